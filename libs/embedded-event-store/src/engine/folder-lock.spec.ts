import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { scratchFolder } from '../testing/scratch-folder';
import { FolderInUse, lockFolder } from './folder-lock';

const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

const LISTEN = `require('node:net').createServer().listen(process.argv[1], () => console.log('held'))`;

const startHolder = async (socket: string): Promise<ChildProcess> => {
  const child = spawn(process.execPath, ['-e', LISTEN, socket]);
  started.push(child);
  await once(child.stdout, 'data');
  return child;
};

describe('a data folder', () => {
  it('is open in one place at a time', async () => {
    const folder = scratchFolder();
    const lock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toBeInstanceOf(FolderInUse);
    await lock.release();
    const next = await lockFolder(folder);
    await next.release();
  });

  it('is refused while another process has it, and free when that one was killed', async () => {
    const folder = scratchFolder();
    const other = await startHolder(join(folder, 'lock'));
    await expect(lockFolder(folder)).rejects.toThrow('in use by another process');
    other.kill('SIGKILL');
    await once(other, 'exit');
    expect(existsSync(join(folder, 'lock'))).toBe(true);
    const lock = await lockFolder(folder);
    await lock.release();
  });
});
