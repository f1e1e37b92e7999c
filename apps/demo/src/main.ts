import { resolve } from 'node:path';
import { ConfigurationError, readConfiguration } from '@referral/runtime';
import { Ledger } from './ledger';
import { historyLines, turnaroundLines } from './report';
import { runningSystem } from './running-system';
import { closedLoop, missedAndRebooked } from './stories';
import { live } from './story';
import { telling } from './telling';

const print = (line = ''): void => void process.stdout.write(`${line}\n`);

const tellEverything = async (url: string): Promise<void> => {
  const ledger = new Ledger(url);
  const told = telling(ledger, print);
  for (const [title, story] of [
    ['A referral whose loop is closed', closedLoop],
    ['A visit that is missed and booked again', missedAndRebooked],
  ] as const) {
    print(`\n${title}: each step, the stage after it, and the queues that the referral then stands in`);
    const referralId = await live(ledger, told, story, new Date());
    print('\n  Its history, straight from the log:');
    for (const line of await historyLines(ledger, referralId)) print(line);
  }
  print('\nTurnaround of everything in this ledger:');
  for (const line of await turnaroundLines(ledger)) print(line);
};

try {
  const { url, stop } = await runningSystem(resolve(readConfiguration(process.env).DATA_DIR), print);
  try {
    await tellEverything(url);
  } finally {
    await stop();
  }
} catch (error) {
  print(error instanceof ConfigurationError ? error.message : String(error));
  process.exitCode = 1;
}
