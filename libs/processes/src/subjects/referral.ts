import { initialState, type Referral, referralDecider, type ReferralEvent } from '@referral/referral';
import type { Subject } from '../process';

/** A referral, as its own rules see it. */
export const referralSubject: Subject<Referral, ReferralEvent> = {
  category: 'referral',
  initialView: initialState,
  evolve: referralDecider.evolve,
};
