/** A write that the disk or the system had no room for: nothing of it is in the log, and the next one may succeed. */
export class NotWritten extends Error {
  override readonly name = 'NotWritten';
}

/** No space, no quota, a limit of the file's size, no file descriptor left: what heals when somebody makes room. */
const LACK_OF_ROOM: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EFBIG', 'EMFILE', 'ENFILE'];

export const isLackOfRoom = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && LACK_OF_ROOM.includes(error.code);
