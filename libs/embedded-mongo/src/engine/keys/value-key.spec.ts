import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareValues, double, int, long, typeRanks } from '../../bson';
import type { Value } from '../../bson';
import { anyNumber, anyValue } from '../../testing/arbitrary-values';
import { valueKey } from './keys';

const sign = (order: number): number => Math.sign(order);

describe('the key of a value', () => {
  it('orders as BSON orders values, ascending', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (left, right) => {
        expect(sign(Buffer.compare(valueKey(left), valueKey(right)))).toBe(sign(compareValues(left, right)));
      }),
      { numRuns: 3000 },
    );
  });

  it('orders the other way round when descending', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (left, right) => {
        expect(sign(Buffer.compare(valueKey(left, -1), valueKey(right, -1)))).toBe(sign(compareValues(right, left)));
      }),
      { numRuns: 2000 },
    );
  });

  it('orders numbers of all four types by their exact value', () => {
    fc.assert(
      fc.property(anyNumber, anyNumber, (left, right) => {
        expect(sign(Buffer.compare(valueKey(left), valueKey(right)))).toBe(sign(compareValues(left, right)));
      }),
      { numRuns: 5000 },
    );
  });

  it('is the same for one number in different types', () => {
    expect(valueKey(int(5))).toEqual(valueKey(long(5n)));
    expect(valueKey(int(5))).toEqual(valueKey(double(5)));
    expect(valueKey(double(-0))).toEqual(valueKey(int(0)));
  });

  it('tells apart longs that no double can tell apart', () => {
    const keys = [2n ** 53n, 2n ** 53n + 1n, 2n ** 62n, 2n ** 62n + 1n, 2n ** 63n - 1n].map((value) =>
      valueKey(long(value)),
    );
    expect([...keys].sort((left, right) => Buffer.compare(left, right))).toEqual(keys);
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(keys.length);
  });

  it('never begins with another key, so that fields can follow one another', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (left, right) => {
        const [one, other] = [valueKey(left), valueKey(right)];
        if (!one.equals(other)) expect(other.subarray(0, one.length).equals(one)).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });

  it('begins with the rank of the type', () => {
    fc.assert(
      fc.property(anyValue, (value: Value) => {
        expect(valueKey(value)[0]).toBe(typeRanks[value.type]);
      }),
    );
  });
});
