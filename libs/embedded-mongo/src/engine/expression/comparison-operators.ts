import { bool, compareValues, int } from '../../bson';
import type { Value } from '../../bson';
import { operandsOf, withArguments } from './arguments';
import type { Operator } from './expression';
import { truth } from './truth';

const missing: Value = { type: 'undefined' };

const compare = (accept: (order: number) => boolean): Operator =>
  withArguments(2, 2, ([left, right]) => bool(accept(compareValues(left ?? missing, right ?? missing))));

/** Comparisons over all types in BSON order, and logic over truth. */
export const comparisons: Record<string, Operator> = {
  $eq: compare((order) => order === 0),
  $ne: compare((order) => order !== 0),
  $gt: compare((order) => order > 0),
  $gte: compare((order) => order >= 0),
  $lt: compare((order) => order < 0),
  $lte: compare((order) => order <= 0),
  $cmp: withArguments(2, 2, ([left, right]) => int(Math.sign(compareValues(left ?? missing, right ?? missing)))),
  $and: (operand, compile) => {
    const parts = operandsOf(operand).map((part) => compile(part));
    return (scope) => bool(parts.every((part) => truth(part(scope))));
  },
  $or: (operand, compile) => {
    const parts = operandsOf(operand).map((part) => compile(part));
    return (scope) => bool(parts.some((part) => truth(part(scope))));
  },
  $not: withArguments(1, 1, ([value]) => bool(!truth(value))),
};
