import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type RunningStore, startStore, type StoreOptions, storeProgram } from './store-process';

export type RunningEventStore = RunningStore;

export interface EventStoreOptions extends StoreOptions {
  /** Keeps links by category, event type, stream and correlation; off without. */
  readonly projections?: boolean;
  /** What else it is started with, such as `--tls`. */
  readonly flags?: readonly string[];
}

/** The built process of the EventStoreDB-compatible node. */
export const eventStoreProgram = storeProgram('event-store');

/** Starts an EventStoreDB-compatible node; see `startStore`. */
export const startEventStore = ({
  projections = false,
  flags = [],
  ...options
}: EventStoreOptions = {}): Promise<RunningStore> =>
  startStore('event-store', options, [...(projections ? ['--projections'] : []), ...flags]);

/** How a run of the process ended, and what it said. */
export interface EndedEventStore {
  readonly code: unknown;
  readonly output: string;
  readonly errors: string;
}

/** Runs the process until it ends by itself: a command, or a start that fails. `input` is what it reads on stdin. */
export const runEventStore = async (args: readonly string[], input = ''): Promise<EndedEventStore> => {
  const child = spawn(process.execPath, [eventStoreProgram, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  let [output, errors] = ['', ''];
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
  child.stdin.on('error', () => undefined).end(input); // who does not read it may be gone
  const [code]: unknown[] = await once(child, 'close');
  return { code, output, errors };
};
