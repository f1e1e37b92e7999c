import { describe, expect, it } from '@jest/globals';
import { UnintelligibleAnswer } from '../errors';
import { readCount, readMoney, readPercent } from './amounts';

describe('numbers in an answer', () => {
  it.each([
    ['30', '30'],
    ['250.50', '250.50'],
    ['.5', '0.5'],
    ['0', '0'],
  ])('are amounts of dollars: %s', (text, amount) => {
    expect(readMoney('EB07', text)).toEqual({ amount, currency: 'USD' });
  });

  it.each([
    ['.2', 20],
    ['0.155', 15.5],
    ['1', 100],
    ['0', 0],
  ])('are shares: %s', (text, percent) => {
    expect(readPercent('EB08', text)).toBe(percent);
  });

  it.each(['', '.', '-1', '1e3', '1,000', '0x10', '9'.repeat(13), 'NaN'])('are refused as %j', (text) => {
    expect(() => readMoney('EB07', text)).toThrow(UnintelligibleAnswer);
    expect(() => readPercent('EB08', text)).toThrow(UnintelligibleAnswer);
    expect(() => readCount('EB10', text)).toThrow(UnintelligibleAnswer);
  });
});
