import { factsOf } from '@referral/eventsourcing';
import type { ReferralEvent } from './events/referral-event';

/** The fact that a command establishes, effective when the command says. */
export const happened = factsOf<ReferralEvent>();
