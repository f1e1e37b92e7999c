import type { Value } from '../../bson';

/** What an expression is evaluated in: the document at hand and the variables bound around it. */
export type Scope = { readonly root: Value; readonly variables: ReadonlyMap<string, Value | undefined> };

/** A compiled expression; undefined stands for a missing value. */
export type Evaluate = (scope: Scope) => Value | undefined;

/** Variables known when compiling: their value, or undefined for one that is bound while evaluating. */
export type Variables = ReadonlyMap<string, Value | undefined>;

/** Compiles an operand with the variables in reach. */
export type Compile = (value: Value, variables?: Variables) => Evaluate;

/** Compiles one operator from its operand. */
export type Operator = (operand: Value, compile: Compile, variables: Variables) => Evaluate;
