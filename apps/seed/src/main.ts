import 'reflect-metadata';
import { ConfigurationError } from '@referral/runtime';
import { seedHistory } from './history';
import { help, readOptions, UsageError } from './options';
import { connected } from './stores';
import { progressOn, summary } from './telling';

/** True for what the caller can mend, and which one line says. */
const isUsage = (error: unknown): error is Error =>
  error instanceof UsageError ||
  error instanceof ConfigurationError ||
  (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));

const interrupted = new AbortController();
process.once('SIGINT', () => interrupted.abort(new UsageError('Interrupted; the same command goes on from here.')));
process.once('SIGTERM', () => interrupted.abort(new UsageError('Interrupted; the same command goes on from here.')));
// The EventStoreDB client rejects promises that nobody holds when a stream of it ends.
process.on('unhandledRejection', () => undefined);

const run = async (): Promise<void> => {
  const asked = readOptions(process.argv.slice(2));
  if (asked.kind === 'help') {
    console.log(help);
    return;
  }
  const { options, eventStoreUrl: EVENTSTORE_URL } = asked;
  const environment = { ...process.env, ...(EVENTSTORE_URL === undefined ? {} : { EVENTSTORE_URL }) };
  const { stores, close } = await connected(environment, (line) => console.error(line));
  try {
    const startedAt = performance.now();
    const onProgress = progressOn(process.stderr, () => performance.now());
    const seeded = await seedHistory(options, stores, { onProgress, signal: interrupted.signal });
    if (process.stderr.isTTY) process.stderr.write('\n');
    console.log(summary(seeded, (performance.now() - startedAt) / 1_000));
  } finally {
    await close();
  }
};

try {
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = isUsage(error) && !interrupted.signal.aborted ? 2 : 1;
}
