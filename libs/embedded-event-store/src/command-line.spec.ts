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
      tls: undefined,
      users: false,
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
      tls: undefined,
      users: false,
    });
  });

  it('shows its help', () => {
    expect(readCommandLine(['--help'])).toEqual({ kind: 'help' });
  });

  it('takes TLS with a certificate of its own or another, and users with TLS only', () => {
    expect(readCommandLine(['--tls', '--users'])).toMatchObject({ tls: {}, users: true });
    expect(readCommandLine(['--tls-cert', 'a', '--tls-key', 'b'])).toMatchObject({
      tls: { certificate: 'a', key: 'b' },
    });
    for (const args of [['--users'], ['--tls-cert', 'a']]) expect(readCommandLine(args).kind).toBe('wrong');
  });

  it('takes work on a folder', () => {
    const ask = (request: unknown) => ({ kind: 'upkeep', command: { kind: 'ask', folder: '/srv/events', request } });
    const folder = ['--data', '/srv/events'];
    expect(readCommandLine(['stats', ...folder])).toEqual(ask({ ask: 'stats' }));
    expect(readCommandLine(['backup', ...folder, '--to', '/srv/b'])).toEqual(ask({ ask: 'backup', to: '/srv/b' }));
    expect(readCommandLine(['restore', ...folder, '--to', '/srv/b'])).toEqual({
      kind: 'upkeep',
      command: { kind: 'restore', folder: '/srv/events', to: '/srv/b' },
    });
    expect(readCommandLine(['backup', ...folder]).kind).toBe('wrong');
  });

  it('takes changes of the users', () => {
    expect(readCommandLine(['users', 'add', 'ann', '--groups', 'nurses,$ops'])).toEqual({
      kind: 'users',
      command: { kind: 'add', folder: '.data/event-store', name: 'ann', groups: ['nurses', '$ops'] },
    });
    for (const args of [['users'], ['users', 'add'], ['users', 'list', 'ann', 'ben']])
      expect(readCommandLine(args).kind).toBe('wrong');
  });

  it('refuses what it does not know', () => {
    for (const args of [['--port', '70000'], ['--port', 'x'], ['--unknown'], ['more']])
      expect(readCommandLine(args).kind).toBe('wrong');
  });
});
