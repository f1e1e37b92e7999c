import { describe, expect, it } from '@jest/globals';
import { readCommandLine } from './command-line';

describe('the command line', () => {
  it('has a default for everything', () => {
    expect(readCommandLine([])).toEqual({
      kind: 'run',
      host: '127.0.0.1',
      port: 2113,
      folder: '.data/event-store',
      projections: false,
    });
  });

  it('takes a port, an address, a folder and projections', () => {
    const args = ['--port', '0', '--host', '::1', '--data', '/srv/events', '--projections'];
    expect(readCommandLine(args)).toEqual({
      kind: 'run',
      host: '::1',
      port: 0,
      folder: '/srv/events',
      projections: true,
    });
  });

  it('shows its help', () => {
    expect(readCommandLine(['--help'])).toEqual({ kind: 'help' });
  });

  it('refuses what it does not know', () => {
    for (const args of [['--port', '70000'], ['--port', 'x'], ['--unknown'], ['more']])
      expect(readCommandLine(args).kind).toBe('wrong');
  });
});
