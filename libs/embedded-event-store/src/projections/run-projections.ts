import type { EventStoreEngine } from '../engine/event-store-engine';
import type { ProposedEvent } from '../engine/write-request';
import { WriteRefused } from '../engine/writer';
import { createOwnStreams } from '../groups/own-streams';
import { linkEvent } from './link-event';
import { toSourceEvent } from './source-event';
import { linkTargets } from './system-projections';

/** System projections at work. */
export interface RunningProjections {
  /** Resolves when nothing is written any more. */
  readonly close: () => Promise<void>;
}

const CHECKPOINT_STREAM = '$projections-system-checkpoint';

/** Links after which progress is written; what is made again after a crash is known by its id and adds nothing. */
const CHECKPOINT_LINKS = 1000;

/** Between two attempts to write while there is no room. */
const REST_MILLISECONDS = 200;

type LinksByStream = ReadonlyMap<string, readonly ProposedEvent[]>;

const linksOf = (messages: readonly Buffer[]): LinksByStream => {
  const links = new Map<string, ProposedEvent[]>();
  for (const event of messages.map(toSourceEvent))
    for (const target of linkTargets(event)) {
      const list = links.get(target) ?? [];
      links.set(target, list);
      list.push(linkEvent(target, event));
    }
  return links;
};

/** Writes links together; where a part of them was written before a crash, one by one. */
const writeLinks = async (
  engine: EventStoreEngine,
  stream: string,
  events: readonly ProposedEvent[],
): Promise<void> => {
  const outcome = await engine.write({ kind: 'append', stream, expected: 'any', events });
  if (outcome.kind !== 'wrong-version') return;
  for (const event of events) await engine.write({ kind: 'append', stream, expected: 'any', events: [event] });
};

/** Follows the log from where it left off, and keeps `$ce-`, `$et-`, `$bc-` and `$streams` current. */
export const runProjections = (engine: EventStoreEngine, warn: (message: string) => void): RunningProjections => {
  const own = createOwnStreams(engine);
  const done = Number(own.last(CHECKPOINT_STREAM) ?? -1);
  const follower = engine.followAll({ from: done + 1 });
  let links = 0;
  let isClosed = false;
  let wake: (() => void) | undefined;

  const project = async (messages: readonly Buffer[]): Promise<void> => {
    const found = linksOf(messages);
    await Promise.all([...found].map(([stream, events]) => writeLinks(engine, stream, events)));
    links += found.size;
    const last = messages.at(-1);
    if (links < CHECKPOINT_LINKS || last === undefined) return;
    links = 0;
    await own.append(CHECKPOINT_STREAM, '$Checkpoint', String(toSourceEvent(last).position));
  };

  /** A lack of room passes: what was being written is written again, and what of it was there already adds nothing. */
  const insist = async (messages: readonly Buffer[]): Promise<void> => {
    while (!isClosed)
      try {
        await project(messages);
        return;
      } catch (error) {
        if (!(error instanceof WriteRefused)) throw error;
        await new Promise((resolve) => setTimeout(resolve, REST_MILLISECONDS));
      }
  };

  const run = async (): Promise<void> => {
    while (!isClosed) {
      const news = new Promise<void>((resolve) => (wake = resolve));
      const items = follower.next();
      if (items === undefined) await news;
      else await insist(items.flatMap((item) => (item.kind === 'event' ? [item.message] : [])));
    }
  };

  const ring = (): void => wake?.();
  const stopListening = follower.listen(ring);
  const running = run().catch((error: unknown) => {
    warn(`The system projections have stopped: ${String(error)}`);
  });
  return {
    close: async () => {
      isClosed = true;
      stopListening();
      ring();
      await running;
    },
  };
};
