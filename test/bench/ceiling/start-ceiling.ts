import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

/** A server that answers the official client from memory, in a process of its own. */
export interface Ceiling {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const addressOf = (url: string): string => url.replace(/^esdb:\/\//, '').replace(/\?.*$/, '');

/** Starts the ceiling of an event store that speaks in clear; see `serveFromMemory`. */
export const startCeiling = async (eventStoreUrl: string): Promise<Ceiling> => {
  const program = resolve('dist/ceiling/main.js');
  const child = spawn(process.execPath, [program, addressOf(eventStoreUrl)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return {
    url: `esdb://${line.replace(/^ready /, '')}?tls=false`,
    stop: async () => {
      child.kill();
      await once(child, 'exit');
    },
  };
};
