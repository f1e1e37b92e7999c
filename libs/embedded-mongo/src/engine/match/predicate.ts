import type { TypeName, Value } from '../../bson';
import type { Evaluate } from '../expression/expression';

/** What a filter asks of a document. */
export type Predicate =
  | { readonly kind: 'and' | 'or' | 'nor'; readonly of: readonly Predicate[] }
  | { readonly kind: 'path'; readonly path: readonly string[]; readonly test: Test }
  | { readonly kind: 'expression'; readonly evaluate: Evaluate }
  | { readonly kind: 'constant'; readonly value: boolean };

/** Comparison operators that have an order. */
export type Comparison = 'eq' | 'gt' | 'gte' | 'lt' | 'lte';

/** What is asked of the values at a path. */
export type Test =
  | { readonly kind: Comparison; readonly value: Value }
  | { readonly kind: 'in'; readonly values: readonly Value[]; readonly patterns: readonly RegExp[] }
  | { readonly kind: 'exists' }
  | { readonly kind: 'type'; readonly types: ReadonlySet<TypeName> }
  | { readonly kind: 'size'; readonly size: number }
  | { readonly kind: 'mod'; readonly divisor: bigint; readonly remainder: bigint }
  | { readonly kind: 'regex'; readonly pattern: RegExp; readonly source: Value; readonly prefix: string | undefined }
  | { readonly kind: 'bits'; readonly mask: bigint; readonly all: boolean; readonly set: boolean }
  | { readonly kind: 'elementDocument'; readonly of: Predicate }
  | { readonly kind: 'elementValue'; readonly tests: readonly Test[] }
  | { readonly kind: 'all'; readonly of: readonly Test[] }
  | { readonly kind: 'not'; readonly test: Test };
