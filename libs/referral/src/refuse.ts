import { refusals } from '@referral/eventsourcing';
import { invariants } from './invariants';

/** The error of a broken invariant. */
export const refusal = refusals(invariants);
