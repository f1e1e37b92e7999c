import { type Aggregate, type EventPlace, idOf } from '@referral/eventsourcing';

/** Tells the id of the instance of an aggregate that an event is about; `null` for a type that a newer release wrote and this one does not know. */
export const knownInstance =
  ({ events }: Pick<Aggregate, 'events'>) =>
  ({ type, streamId }: EventPlace): string | null =>
    Object.hasOwn(events, type) ? idOf(streamId) : null;
