import type { EventMetadata } from '@referral/eventsourcing';

const minute = 60_000;

/**
 * How far an event was dated back: `undefined` up to a minute, which the way of a message takes.
 * @param reason code of the reason that was given for it; `unstated` where none was
 */
export const backdating = (
  { occurredAt, recordedAt }: Pick<EventMetadata, 'occurredAt' | 'recordedAt'>,
  reason = 'unstated',
): EventMetadata['backdated'] => {
  const late = Date.parse(recordedAt) - Date.parse(occurredAt);
  return late > minute ? { byMinutes: Math.floor(late / minute), reason } : undefined;
};
