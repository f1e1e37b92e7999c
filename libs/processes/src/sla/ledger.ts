import { type ClockLedger, evolveLedger, initialLedger, type ReferralFact } from '@referral/clocks';
import {
  initialState,
  type Referral,
  referralDecider,
  type ReferralEvent,
  type RegisteredReferral,
} from '@referral/referral';
import type { Subject } from '../process';

/** Somebody was called about a clock. */
export interface LedgerEscalation {
  readonly clock: string | null;
  readonly level: number;
  readonly at: string;
}

/** A referral together with the facts that its deadlines rest on. */
export interface Ledger {
  readonly referral: Referral;
  readonly clocks: ClockLedger;
  readonly escalations: readonly LedgerEscalation[];
}

/** Of a referral that has begun: before, no clock runs. */
export interface BegunLedger extends Ledger {
  readonly referral: RegisteredReferral;
}

/** True when there is a referral. */
export const hasBegun = (ledger: Ledger): ledger is BegunLedger => ledger.referral.stage !== 'none';

const escalationsAfter = (known: readonly LedgerEscalation[], fact: ReferralFact): readonly LedgerEscalation[] => {
  if (fact.type !== 'ReferralEscalated') return known;
  const { clock = null, level } = fact.data;
  return [...known, { clock, level, at: new Date(fact.occurredAt).toISOString() }];
};

/** Referrals as the clocks see them: every deadline can be told from what is in here. */
export const ledgerSubject: Subject<Ledger, ReferralEvent> = {
  category: 'referral',
  initialView: { referral: initialState, clocks: initialLedger, escalations: [] },
  evolve: (ledger, fact) => {
    const referral = referralDecider.evolve(ledger.referral, fact);
    return {
      referral,
      clocks: evolveLedger(ledger.clocks, fact, referral),
      escalations: escalationsAfter(ledger.escalations, fact),
    };
  },
};
