import type { Aggregate, EventPlace } from '@referral/eventsourcing';

/** Tells the id of the instance of an aggregate that an event is about; `null` for a type that a newer release wrote and this one does not know. */
export const knownInstance =
  ({ category, events }: Pick<Aggregate, 'category' | 'events'>) =>
  ({ type, streamId }: EventPlace): string | null =>
    Object.hasOwn(events, type) ? streamId.slice(category.length + 1) : null;
