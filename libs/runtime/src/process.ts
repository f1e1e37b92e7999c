import type { Logger } from 'pino';
import { ConfigurationError } from './configuration';

/** Time that open work may take after a first signal before the process leaves anyway. */
const DRAIN_MS = 10_000;

/** A process that does its work. */
export interface Started {
  /** Where it can be reached; `-` for one that nobody calls. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/**
 * Runs a process: `start` returns where it can be reached and what stops it; the former is then told on a line of its own, `ready <url>`. A first SIGTERM or SIGINT drains, a second leaves at once. What goes wrong at the
 * start is said in one line and ends with exit code 1; a rejection that nobody handles is logged and survived, since the
 * EventStoreDB client makes some (a lost batch stream rejects promises that nobody holds).
 */
export const runProcess = async (log: Logger, start: () => Promise<Started>): Promise<void> => {
  process.on('unhandledRejection', (error) => {
    log.error({ err: error }, 'unhandled rejection');
  });
  // Whoever keeps it running may be gone before it has started; nobody would end it then.
  const abandoned = () => process.exit(1);
  process.once('disconnect', abandoned);
  try {
    const { url, stop } = await start();
    process.off('disconnect', abandoned);
    let stopping = false;
    const leave = (signal: string) => {
      if (stopping) process.exit(1);
      stopping = true;
      log.info({ signal }, 'stopping');
      setTimeout(() => process.exit(1), DRAIN_MS).unref();
      void stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'stopping failed');
          process.exit(1);
        },
      );
    };
    process.on('SIGTERM', leave);
    if (process.channel) {
      // Kept running by another process: a Ctrl-C reaches that one too, which then stops all in order; and whoever it kept ends with it.
      process.on('SIGINT', () => undefined);
      process.once('disconnect', () => {
        leave('disconnect');
      });
      process.channel.unref();
    } else process.on('SIGINT', leave);
    process.stdout.write(`ready ${url}\n`);
    log.info({ url }, 'ready');
  } catch (error) {
    sayWhyNot(log, error);
    process.exit(1);
  }
};

/** Something that this process needs could not start, and has said why itself. */
export class CannotStart extends Error {
  constructor(what: string) {
    super(`${what} could not start`);
    this.name = 'CannotStart';
  }
}

const sayWhyNot = (log: Logger, error: unknown): void => {
  if (error instanceof ConfigurationError) {
    for (const problem of error.problems) console.error(problem);
    return;
  }
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    const port = 'port' in error ? String(error.port) : 'asked for';
    console.error(
      `Port ${port} is taken by another program. Stop that program, or set PORT to another number (PORT=0: any free one).`,
    );
    return;
  }
  if (error instanceof CannotStart) {
    console.error(error.message);
    return;
  }
  log.fatal({ err: error }, 'cannot start');
};
