import { readCommandLine, usage } from './command-line';
import { startNode } from './node';
import { explain } from './start-failure';

const warn = (message: string): void => console.error(message);

/** Signals that ask the process to end; the second one ends it at once. */
const endOn = (close: () => Promise<void>): void => {
  let isEnding = false;
  const end = (): void => {
    if (isEnding) process.exit(1);
    isEnding = true;
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        warn(String(error));
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', end);
  if (process.channel) {
    // Kept running by another process: that one hears of a Ctrl-C as well and ends all in order, and its own end is the end of this one.
    process.on('SIGINT', () => undefined).once('disconnect', end);
    process.channel.unref();
  } else process.on('SIGINT', end);
};

const run = async (): Promise<void> => {
  const command = readCommandLine(process.argv.slice(2));
  if (command.kind === 'help') {
    console.log(usage);
    return;
  }
  if (command.kind === 'wrong') {
    warn(`${command.reason}\n\n${usage}`);
    process.exitCode = 2;
    return;
  }
  process.on('uncaughtException', (error) =>
    warn(`A call failed in an unforeseen way: ${error.stack ?? error.message}`),
  );
  process.on('unhandledRejection', (reason) => warn(`A call failed in an unforeseen way: ${String(reason)}`));
  try {
    const node = await startNode({ ...command, warn });
    endOn(node.close);
    console.log(`ready ${node.url}`);
  } catch (error) {
    warn(explain(error, command));
    process.exit(1);
  }
};

await run();
