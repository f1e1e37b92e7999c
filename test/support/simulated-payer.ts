import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A simulated payer in a process of its own. */
export interface SimulatedPayer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const main = join(import.meta.dirname, '../../dist/payer-simulator/main.js');

/** Starts the simulated payer on a port, any free one by default, as `npm run payer` does. Resolves when it is ready. */
export const startSimulatedPayer = async (...flags: readonly string[]): Promise<SimulatedPayer> => {
  const child = spawn(process.execPath, [main, '--port', '0', ...flags], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      const ready = /^ready (\S+)$/.exec(line)?.[1];
      if (ready !== undefined) resolve(ready);
    });
    child.once('exit', () => reject(new Error('the simulated payer ended before it was ready')));
  });
  return {
    url,
    stop: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
};
