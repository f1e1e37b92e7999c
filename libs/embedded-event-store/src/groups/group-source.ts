import { decodeHeader, storedPosition } from '../encoding/recorded-event';
import { createFilter } from '../engine/event-filter';
import type { EventStoreEngine } from '../engine/event-store-engine';
import type { Follower } from '../engine/follow';
import { groupMessage } from './group-message';
import type { GroupMessage } from './group-message';
import { ALL } from './group-key';
import type { GroupSettings } from './group-settings';

/** The events that a group is for, in order. */
export interface GroupSource {
  /** Messages that come next, perhaps none; `undefined` when there is nothing new. */
  readonly next: () => readonly GroupMessage[] | undefined;
  /** How far the source was read: a revision or position; -1 for nothing. */
  readonly place: () => number;
  readonly listen: (listener: () => void) => () => void;
}

/** Filtered groups note progress at least that often, though nothing passes. */
const CHECKPOINT_EVERY = 32;

const followerOf = (
  engine: EventStoreEngine,
  source: string,
  from: number,
  settings: GroupSettings,
): Follower | undefined => {
  if (source !== ALL) return engine.followStream(source, from);
  const filter = settings.filter && { filter: createFilter(settings.filter), checkpointEvery: CHECKPOINT_EVERY };
  return engine.followAll({ from, ...filter });
};

/** Reads a source from a revision or position on. A stream that has ended for good has nothing any more. */
export const openSource = (
  engine: EventStoreEngine,
  source: string,
  from: number,
  settings: GroupSettings,
): GroupSource => {
  const follower = followerOf(engine, source, from, settings);
  const placeOf = (message: Buffer): number =>
    source === ALL ? storedPosition(message) : decodeHeader(message).revision;
  let place = from - 1;
  return {
    next: () =>
      follower?.next()?.flatMap((item) => {
        const before = place;
        if (item.kind === 'checkpoint') place = item.position;
        if (item.kind !== 'event') return [];
        place = placeOf(item.message);
        return [groupMessage(engine, item.message, settings.resolveLinks, place, before)];
      }),
    place: () => place,
    listen: (listener) => follower?.listen(listener) ?? (() => undefined),
  };
};
