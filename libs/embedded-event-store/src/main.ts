import { createInterface } from 'node:readline';
import { readCommandLine, usage } from './command-line';
import type { RunCommand } from './command-line';
import type { Facts } from './control/control-request';
import { upkeep } from './control/upkeep';
import { startNode } from './node';
import { explain } from './start-failure';
import { changeUsers } from './users/users-command';

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

const runNode = async (command: RunCommand): Promise<void> => {
  process.on('uncaughtException', (error) =>
    warn(`A call failed in an unforeseen way: ${error.stack ?? error.message}`),
  );
  process.on('unhandledRejection', (reason) => warn(`A call failed in an unforeseen way: ${String(reason)}`));
  const node = await startNode({ ...command, warn });
  endOn(node.close);
  console.log(`ready ${node.url}`);
};

/** The first line of stdin. */
const readPassword = async (): Promise<string> => {
  if (process.stdin.isTTY) warn('Password:');
  for await (const line of createInterface(process.stdin)) return line;
  return '';
};

const factsText = (facts: Facts): string =>
  Object.entries(facts)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');

const run = async (): Promise<void> => {
  const command = readCommandLine(process.argv.slice(2));
  switch (command.kind) {
    case 'help':
      console.log(usage);
      return;
    case 'wrong':
      warn(`${command.reason}\n\n${usage}`);
      process.exitCode = 2;
      return;
    case 'upkeep':
      console.log(factsText(await upkeep(command.command, warn)));
      return;
    case 'users':
      console.log(await changeUsers(command.command, readPassword));
      return;
    case 'run':
      await runNode(command);
  }
};

await run().catch((error: unknown) => {
  warn(explain(error, readCommandLine(process.argv.slice(2))));
  process.exit(1);
});
