import { aggregates } from '@referral/aggregates';
import {
  CommandRunner,
  derivedNonce,
  digestOf,
  EventCodec,
  type EventStore,
  type OwnedKey,
} from '@referral/event-store';
import { cast, commandKey, type Part } from './cast';
import { issue, type LookUp } from './issue';
import { Numbers } from './numbers';
import type { SeedOptions } from './options';
import { plannedReferrals, type Span, spanOf } from './plan';
import { SeededKeys } from './seeded-keys';
import { type Batch, Spool } from './spool';
import type { Step, Telling } from './step';
import { Timeline } from './timeline';
import { dayMs } from './virtual-time';
import { headsIn, write } from './write';

/** Where a history is written to. */
export interface Stores {
  readonly store: EventStore;
  /** Keeps the keys of patients where the API finds them. */
  readonly keepKeys: (made: readonly OwnedKey[]) => Promise<void>;
}

/** How far it is. */
export interface Progress {
  /** Share of all histories that have been told to their end, 0 to 1. */
  readonly done: number;
  /** Virtual time, ms since 1970. */
  readonly at: number;
  readonly events: number;
}

/** What was written. */
export interface Seeded {
  /** SHA-256 over the heads of all its streams: what `verify` tells of a log that has nothing else. */
  readonly digest: string;
  readonly streams: number;
  readonly events: number;
  /** Events that were not in the store before. */
  readonly written: number;
  readonly commands: number;
  /** Commands that the rules refused, by code. */
  readonly refused: ReadonlyMap<string, number>;
}

/** How it is watched and stopped. */
export interface Watching {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/** Virtual time whose events are written together: the log is in the order of the virtual clock but for less than that. */
const WINDOW_MS = dayMs;

/** One history with the step that it waits to take. */
interface Waiting {
  readonly at: number;
  readonly order: number;
  readonly part: Part;
  readonly telling: Telling;
  /** Its own, with all its streams in memory: what has been told to its end is forgotten with it. */
  readonly runner: CommandRunner;
  readonly step: Step | null;
  readonly told: number;
}

/** The name that everything in a history follows from. */
const nameOf = ({ seed, referrals, from }: SeedOptions): string => `seed-${seed}-${referrals}-${from}`;

/**
 * Tells a whole history and writes it: commands on a virtual clock, decided by the rules of the domain one after the other in memory, and
 * written a day at a time. What is in the store already is not written again. Throws Diverged, StoreUnavailable, KeysUnavailable,
 * AppendRefused, and the signal's reason.
 */
export const seedHistory = async (options: SeedOptions, stores: Stores, watching: Watching = {}): Promise<Seeded> => {
  const name = nameOf(options);
  const span = spanOf(options);
  const planned = plannedReferrals(options, name);
  const there = await headsIn(stores.store);
  const numbers = await Numbers.reserve(stores.store, name, planned, span);
  const history = new History(name, stores, there, numbers);
  try {
    await history.tell(cast(name, planned, span), span, watching);
  } finally {
    await history.settled();
  }
  return history.result();
};

class History {
  private readonly spool = new Spool();
  private readonly keys: SeededKeys;
  private readonly codec: EventCodec;
  private readonly refused = new Map<string, number>();
  private writing: Promise<void> = Promise.resolve();
  private commands = 0;
  private written: number;

  constructor(
    name: string,
    private readonly stores: Stores,
    private readonly there: Awaited<ReturnType<typeof headsIn>>,
    private readonly numbers: Numbers,
  ) {
    this.keys = new SeededKeys(name);
    this.written = numbers.blocks.filter(
      (block) => (there.get(block.streamId)?.revision ?? -1n) < block.revision,
    ).length;
    this.codec = new EventCodec({ aggregates, keys: this.keys, nonceOf: derivedNonce });
  }

  async tell(parts: readonly Part[], { to }: Span, { onProgress, signal }: Watching): Promise<void> {
    const timeline = new Timeline<Waiting>();
    for (const [order, part] of parts.entries())
      timeline.add({ at: part.from, order, part, telling: part.tell(), runner: this.runner(), step: null, told: 0 });
    let windowEnds = 0;
    for (let one = timeline.next(); one && one.at < to; one = timeline.next()) {
      if (one.at >= windowEnds) {
        signal?.throwIfAborted();
        await this.flush();
        windowEnds = one.at + WINDOW_MS - (one.at % WINDOW_MS);
        onProgress?.({ done: 1 - timeline.size / parts.length, at: one.at, events: this.events() });
      }
      const next = await this.goOn(one);
      if (next) timeline.add(next);
    }
    await this.flush();
    await this.writing;
  }

  /** Nothing is being written any more, whatever became of it. */
  async settled(): Promise<void> {
    await this.writing.catch(() => undefined);
  }

  result(): Seeded {
    const heads = new Map(this.spool.heads);
    for (const { streamId, revision, hash } of this.numbers.blocks) heads.set(streamId, { revision, hash });
    const { commands, written, refused } = this;
    return { digest: digestOf(heads), streams: heads.size, events: this.events(), written, commands, refused };
  }

  /** Takes the step that it waits for; `null` when there is none after it. */
  private async goOn(waiting: Waiting): Promise<Waiting | null> {
    const { telling, step, told } = waiting;
    const next = step ? telling.next(await this.issue(waiting, step)) : telling.next();
    return next.done === true ? null : { ...waiting, at: next.value.at, step: next.value, told: told + 1 };
  }

  private async issue({ runner, part, told }: Waiting, step: Step) {
    this.commands += 1;
    const outcome = await issue(runner, commandKey(part.key, told - 1), this.lookUp, step);
    if (outcome.kind === 'refused') this.refused.set(outcome.code, (this.refused.get(outcome.code) ?? 0) + 1);
    return outcome;
  }

  private runner(): CommandRunner {
    return new CommandRunner({ store: this.spool, codec: this.codec, soleWriter: true, capacity: Infinity });
  }

  private readonly lookUp: LookUp = (name, at) =>
    name === 'ReceiveReferral' || name === 'DraftReferral' ? { reference: this.numbers.next(at) } : {};

  /** What waits begins to be written when all before it is; meanwhile the next day is told. */
  private async flush(): Promise<void> {
    await this.writing;
    this.writing = this.write(this.spool.take(), this.keys.made());
    // Whoever waits for it next is told what went wrong.
    this.writing.catch(() => undefined);
  }

  private async write(batches: readonly Batch[], made: readonly OwnedKey[]): Promise<void> {
    await this.stores.keepKeys(made);
    this.written += await write(this.stores.store, batches, this.there);
  }

  private events(): number {
    return this.spool.events + this.numbers.blocks.length;
  }
}
