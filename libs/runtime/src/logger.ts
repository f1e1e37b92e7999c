import { type Logger, pino } from 'pino';

/** Lines go out together, at the latest after so many milliseconds: a write for each line costs more than answering a request. */
const FLUSH_MS = 100;

/** Standard output, written in blocks of 4 KiB. What is left is written when the process ends by itself; a kill -9 loses it. */
const output = pino.destination({ dest: 1, minLength: 4_096, periodicFlush: FLUSH_MS, sync: true });

/**
 * Writes the rest. `flushSync` alone tries for ever when nobody reads any more (sonic-boom 4.2 retries EPIPE), which would keep a process
 * that its supervisor has left; `flush` meets that error first, and pino then turns both into nothing.
 */
process.on('exit', () => {
  output.flush();
  output.flushSync();
});

/**
 * The log of a process: JSON lines on standard output. Errors are logged by name, message and stack alone, never with the
 * values that they carry, since those may hold patient data.
 */
export const logger = (name: string, level: string): Logger =>
  pino(
    {
      name,
      level,
      serializers: {
        err: (error: unknown) =>
          error instanceof Error
            ? { type: error.name, message: error.message, stack: error.stack }
            : { type: typeof error },
      },
    },
    output,
  );

export type { Logger };
