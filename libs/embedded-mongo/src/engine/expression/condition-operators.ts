import { nullValue } from '../../bson';
import { refuseAt } from '../mongo-error';
import { namedOperands, operandsOf } from './arguments';
import type { Evaluate, Operator } from './expression';
import { isNothing, truth } from './truth';

const choose =
  (condition: Evaluate, yes: Evaluate, no: Evaluate): Evaluate =>
  (scope) =>
    truth(condition(scope)) ? yes(scope) : no(scope);

/** Choices, constants and local variables. */
export const conditions: Record<string, Operator> = {
  $cond: (operand, compile) => {
    const named =
      operand.type === 'object'
        ? namedOperands('$cond', operand, ['if', 'then', 'else'], ['if', 'then', 'else'])
        : undefined;
    const [condition, yes, no, ...others] = named
      ? [named.get('if'), named.get('then'), named.get('else')]
      : operandsOf(operand);
    if (!condition || !yes || !no || others.length > 0)
      throw refuseAt(16020, 'Expression $cond takes exactly 3 arguments.');
    return choose(compile(condition), compile(yes), compile(no));
  },
  $ifNull: (operand, compile) => {
    const parts = operandsOf(operand).map((part) => compile(part));
    if (parts.length < 2) throw refuseAt(1257300, '$ifNull needs at least two arguments');
    return (scope) => {
      for (const part of parts.slice(0, -1)) {
        const value = part(scope);
        if (!isNothing(value)) return value;
      }
      return parts.at(-1)?.(scope);
    };
  },
  $switch: (operand, compile) => {
    const named = namedOperands('$switch', operand, ['branches', 'default'], ['branches']);
    const list = named.get('branches');
    const otherwise = named.get('default');
    const branches = (list?.type === 'array' ? list.value.items : []).map((branch) => {
      const parts = namedOperands('$switch', branch, ['case', 'then'], ['case', 'then']);
      return { when: compile(parts.get('case') ?? nullValue), then: compile(parts.get('then') ?? nullValue) };
    });
    if (branches.length === 0) throw refuseAt(40068, '$switch requires at least one branch.');
    const fallback = otherwise ? compile(otherwise) : undefined;
    return (scope) => {
      const branch = branches.find(({ when }) => truth(when(scope)));
      if (branch) return branch.then(scope);
      if (!fallback)
        throw refuseAt(40066, '$switch could not find a matching branch for an input, and no default was specified.');
      return fallback(scope);
    };
  },
  $literal: (operand) => () => operand,
  $let: (operand, compile, variables) => {
    const named = namedOperands('$let', operand, ['vars', 'in'], ['vars', 'in']);
    const vars = named.get('vars');
    if (vars?.type !== 'object') throw refuseAt(16874, 'invalid parameter: expected an object (vars)');
    const bindings = [...vars.value.fields].map(([name, value]) => [name, compile(value)] as const);
    const inner = new Map([...variables, ...bindings.map(([name]) => [name, undefined] as const)]);
    const body = compile(named.get('in') ?? nullValue, inner);
    return (scope) =>
      body({
        root: scope.root,
        variables: new Map([
          ...scope.variables,
          ...bindings.map(([name, evaluate]) => [name, evaluate(scope)] as const),
        ]),
      });
  },
};
