import type { RecordedEvent } from '@referral/eventsourcing';
import type { ReferralEvent } from '@referral/referral';
import { ledgerOf, type ReferralFact } from '../ledger';

/** Facts of one referral as the log would tell them: the first at position 10, each of the others ten further. */
export const told = (...facts: readonly ReferralEvent[]): readonly ReferralFact[] =>
  facts.map((fact, revision) => {
    const commit = BigInt(revision + 1) * 10n;
    const place = { streamId: 'referral-1', revision: BigInt(revision), position: { commit, prepare: commit } };
    return { ...fact, ...place, metadata: { eventId: `event-${revision}` } } as RecordedEvent<ReferralEvent>;
  });

/** The ledger after some facts. */
export const ledgerAfter = (...facts: readonly ReferralEvent[]) => ledgerOf(told(...facts));
