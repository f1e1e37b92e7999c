import type { LogPosition } from '@referral/eventsourcing';
import type { StoredEvent } from '../event-store';

/** What the client gives for one event; `commitPosition` alone comes from servers that tell no position with the event. */
export interface Resolved {
  readonly event?: Omit<StoredEvent, 'position'> & { readonly position?: LogPosition };
  readonly commitPosition?: bigint;
}

/** The event as the port tells it; `undefined` for a link to an event that is gone. */
export const toStoredEvent = ({ event, commitPosition }: Resolved): StoredEvent | undefined => {
  if (!event) return undefined;
  const { streamId, revision, id, type, data, metadata, created } = event;
  const position = event.position ?? placeAt(commitPosition);
  return { streamId, revision, position, id, type, data, metadata, created };
};

const placeAt = (commitPosition: bigint | undefined): LogPosition => {
  if (commitPosition === undefined) throw new TypeError('the server told no position of an event');
  return { commit: commitPosition, prepare: commitPosition };
};
