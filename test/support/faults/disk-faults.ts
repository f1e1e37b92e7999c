import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Why a fault cannot be made on this machine; `undefined` when it can. */
export type Reason = string | undefined;

const succeeds = (command: string, ...args: readonly string[]): boolean => spawnSync(command, args).status === 0;

/** Whether system calls of a process can be made to fail. */
export const straceReason = (): Reason =>
  succeeds('strace', '-qq', '-o', '/dev/null', 'true') ? undefined : 'strace is not there, or may not trace.';

/** Runs a process, a child of ours still, with a fault: which system call fails, how, and when, as strace writes it. */
export const underStrace = (call: string, fault: string, file?: string): readonly string[] => [
  ...['strace', '-D', '-f', '-qq', '-o', '/dev/null'],
  ...(file === undefined ? [] : ['-P', file]),
  ...['-e', `trace=${call}`, '-e', `inject=${call}:${fault}`],
];

/** Runs a process with a limit that the shell sets, such as `-n 64`; what exceeds the size of a file is an error, not its end. */
export const underLimit = (limit: string): readonly string[] => [
  'sh',
  '-c',
  `trap '' XFSZ; ulimit ${limit} && exec "$@"`,
  'sh',
];

/** A file system of its own. */
export interface Mounted {
  readonly folder: string;
  readonly unmount: () => void;
}

/** Mounts a new file system; a reason when that is not allowed. */
export const mount = (...args: readonly string[]): Mounted | string => {
  const folder = mkdtempSync(join(tmpdir(), 'event-store-mount-'));
  const { status, stderr } = spawnSync('mount', [...args, folder]);
  if (status !== 0) return `a file system cannot be mounted (${String(stderr).trim()})`;
  return { folder, unmount: () => void spawnSync('umount', ['-l', folder]) };
};
