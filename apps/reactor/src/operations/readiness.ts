import { type EventStore, isAfter } from '@referral/event-store';
import type { LogPosition } from '@referral/eventsourcing';
import type { Reactor, ReactorStatus } from '../reactor';

/** How long one look at the log may take, ms. */
const LOOK_MS = 2_000;

/** How a reactor stands, for whoever operates it. Positions are texts, `null` before the first. */
export interface Readiness extends Omit<ReactorStatus, 'position'> {
  readonly position: string | null;
  /** Newest fact that a process could react to. */
  readonly head: string | null;
  /** Everything that has happened was reacted to. */
  readonly current: boolean;
}

/** Looks how far the reactor is behind the log. */
export const readinessOf = async (
  reactor: Reactor,
  store: EventStore,
  categories: readonly string[],
): Promise<Readiness> => {
  const head = await newest(store, categories);
  const { position, ...status } = reactor.status();
  return {
    ...status,
    position: position?.commit.toString() ?? null,
    head: head?.commit.toString() ?? null,
    current: head === null || !isAfter(head, position),
  };
};

const newest = async (store: EventStore, categories: readonly string[]): Promise<LogPosition | null> => {
  const look = async () => {
    for await (const { position } of store.readAll({ categories, direction: 'backwards', max: 1 })) return position;
    return null;
  };
  return Promise.race([
    look(),
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error('the log did not answer')), LOOK_MS).unref();
    }),
  ]);
};
