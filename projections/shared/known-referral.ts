import type { RecordedEvent } from '@referral/eventsourcing';
import { referralAggregate, type ReferralEvent } from '@referral/referral';
import { knownInstance } from './known-instance';

/** Id of the referral that an event is about; `null` for a type that a newer release wrote and this one does not know. */
export const knownReferral = knownInstance(referralAggregate);

/** Whether an event is the first of its referral: no document tells of it yet. */
export const beginsReferral = ({ revision }: RecordedEvent<ReferralEvent>): boolean => revision === 0n;
