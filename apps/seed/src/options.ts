import { parseArgs } from 'node:util';
import { startOfDate } from './virtual-time';

/** What a history is made of: the same options make the same history. */
export interface SeedOptions {
  readonly referrals: number;
  readonly seed: number;
  /** Calendar date of its first day. */
  readonly from: string;
}

/** What the command line asks for. */
export type Asked =
  { readonly kind: 'help' } | { readonly kind: 'seed'; readonly options: SeedOptions; readonly eventStoreUrl?: string };

/** The command line cannot be understood; the message says what would be right. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** How `seed` is used. */
export const help = `Writes a made-up history of 18 months: offices, plans, staff, patients, and referrals in every stage.

  npm run seed -- --referrals 10000 --seed 7

  --referrals N      how many referrals, 1 to 100000 (default 1000)
  --seed N           what chance is drawn from, 0 to 4294967295 (default 1)
  --from YYYY-MM-DD  first day of the history (default 2025-05-01)
  --eventstore URL   connection string of EventStoreDB (default EVENTSTORE_URL, else the system that runs on DATA_DIR);
                     the patients' keys go to MONGODB_URL, else to the MongoDB of DATA_DIR

The same arguments give the same events to the byte: the digest at the end is that of \`npm run verify\` when nothing else is in the
log. Interrupted, it goes on where it was when it is run again with the same arguments. When nothing runs on DATA_DIR, the embedded
stores are started on it for as long as it takes. Patients' keys follow from the seed: put no real data on seeded patients.

Exit code 0: the history is there. 1: it could not be written. 2: the arguments cannot be used.
`;

const limits = { referrals: [1, 100_000], seed: [0, 4_294_967_295] } as const;

/** Reads the command line. Throws a UsageError, or a TypeError of `parseArgs` that tells what is not known. */
export const readOptions = (args: readonly string[]): Asked => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      referrals: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      from: { type: 'string', default: '2025-05-01' },
      eventstore: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return { kind: 'help' };
  const options = { referrals: numberOf('referrals', values.referrals), seed: numberOf('seed', values.seed) };
  const { eventstore } = values;
  if (eventstore !== undefined && !/^esdb(\+discover)?:\/\//.test(eventstore))
    throw new UsageError('--eventstore must start with esdb:// or esdb+discover://');
  return {
    kind: 'seed',
    options: { ...options, from: dateOf(values.from) },
    ...(eventstore === undefined ? {} : { eventStoreUrl: eventstore }),
  };
};

const numberOf = (name: keyof typeof limits, text: string): number => {
  const [least, most] = limits[name];
  const value = Number(text);
  if (!/^\d{1,10}$/.test(text) || value < least || value > most)
    throw new UsageError(`--${name} must be a whole number from ${String(least)} to ${String(most)}; it is "${text}"`);
  return value;
};

const dateOf = (text: string): string => {
  if (/^(19|20)\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(startOfDate(text))) return text;
  throw new UsageError(`--from must be a date such as 2025-05-01; it is "${text}"`);
};
