import type { EventPlace, RecordedEvent } from '@referral/eventsourcing';
import { referralEventTypes, type ReferralEvent } from '@referral/referral';

/** Id of the referral that an event is about; `null` for a type that a newer release wrote and this one does not know. */
export const knownReferral = ({ type, streamId }: EventPlace): string | null =>
  Object.hasOwn(referralEventTypes, type) ? streamId.slice('referral-'.length) : null;

/** Whether an event is the first of its referral: no document tells of it yet. */
export const beginsReferral = ({ revision }: RecordedEvent<ReferralEvent>): boolean => revision === 0n;
