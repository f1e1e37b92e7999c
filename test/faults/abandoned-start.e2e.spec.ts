import { afterEach, describe, expect, it } from '@jest/globals';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

describe('a process that another one keeps running', () => {
  const folder = mkdtempSync(join(tmpdir(), 'abandoned-'));
  let child: ChildProcess | undefined;
  afterEach(() => {
    child?.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });

  it('ends with that one, also while it still waits for its stores', async () => {
    const stores = {
      EVENTSTORE_URL: 'esdb://127.0.0.1:1?tls=false',
      MONGODB_URL: 'mongodb://127.0.0.1:1/?directConnection=true&serverSelectionTimeoutMS=100',
    };
    child = fork(resolve('dist/reactor/main.js'), {
      env: { ...process.env, ...stores, DATA_DIR: folder, LOG_LEVEL: 'info' },
      silent: true,
      execArgv: [],
    });
    for await (const said of child.stdout ?? []) if (String(said).includes('what is open cannot be read')) break;
    const ended = once(child, 'exit');
    child.disconnect();
    const [code]: unknown[] = await ended;
    expect(code).toBe(1);
  });
});
