import { describe, expect, it } from '@jest/globals';
import { readOptions } from './options';

describe('the command line of the seed', () => {
  it('has a default for everything', () => {
    expect(readOptions([])).toEqual({ kind: 'seed', options: { referrals: 1_000, seed: 1, from: '2025-05-01' } });
  });

  it('takes what it is told', () => {
    const args = ['--referrals', '300', '--seed', '7', '--from', '2024-02-29', '--eventstore', 'esdb://127.0.0.1:2113'];
    expect(readOptions(args)).toEqual({
      kind: 'seed',
      options: { referrals: 300, seed: 7, from: '2024-02-29' },
      eventStoreUrl: 'esdb://127.0.0.1:2113',
    });
    expect(readOptions(['--help', '--seed', 'x'])).toEqual({ kind: 'help' });
  });

  it.each([
    [['--referrals', '0'], '--referrals must be a whole number from 1 to 100000; it is "0"'],
    [['--referrals', '1e3'], '--referrals must be a whole number'],
    [['--referrals', '100001'], '--referrals must be a whole number'],
    [['--seed', '-1'], "'--seed' argument is ambiguous"],
    [['--seed', '4294967296'], '--seed must be a whole number'],
    [['--from', '2025-02-30'], '--from must be a date such as 2025-05-01; it is "2025-02-30"'],
    [['--from', 'yesterday'], '--from must be a date'],
    [['--eventstore', 'http://127.0.0.1'], '--eventstore must start with esdb://'],
    [['--referal', '5'], "Unknown option '--referal'"],
    [['5'], 'Unexpected argument'],
  ])('refuses %j and says what is right', (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });
});
