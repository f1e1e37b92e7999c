import { type Logger, pino } from 'pino';

/**
 * The log of a process: JSON lines on standard output. Errors are logged by name, message and stack alone, never with the
 * values that they carry, since those may hold patient data.
 */
export const logger = (name: string, level: string): Logger =>
  pino({
    name,
    level,
    serializers: {
      err: (error: unknown) =>
        error instanceof Error
          ? { type: error.name, message: error.message, stack: error.stack }
          : { type: typeof error },
    },
  });

export type { Logger };
