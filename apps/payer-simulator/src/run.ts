import { CannotStart, logger, runProcess } from '@referral/runtime';
import { type Flags, readFlags, usage, UsageError } from './flags';
import { type RunningPayer, serve } from './server';

/** Runs the simulated payer as a process of its own, until it is told to stop. */
export const run = async (argumentsGiven: readonly string[]): Promise<void> => {
  try {
    const flags = readFlags(argumentsGiven);
    if (flags) await start(flags);
    else process.stdout.write(usage);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n\n${usage}`);
    process.exitCode = 2;
  }
};

const start = async (flags: Flags): Promise<void> => {
  const log = logger('payer-simulator', process.env['LOG_LEVEL'] ?? 'info');
  await runProcess(log, () =>
    listening({
      ...flags,
      clock: () => Date.now(),
      onReply: ({ scenario, traceNumber, manner }) => log.info({ scenario, traceNumber, manner }, 'asked'),
      onTrouble: (error) => log.warn({ err: error }, 'a request broke off'),
    }),
  );
};

const listening = async (settings: Parameters<typeof serve>[0]): Promise<RunningPayer> => {
  try {
    return await serve(settings);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      throw new CannotStart(`Port ${settings.port} is taken, give another with --port: the payer simulator`);
    throw error;
  }
};
