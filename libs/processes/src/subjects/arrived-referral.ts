import { initialState, type Referral, referralDecider, type ReferralEvent } from '@referral/referral';
import type { Subject } from '../process';

/** What the receipt of a referral tells and the referral does not keep. */
export interface Receipt {
  readonly recordedAt: string;
  /** What the patient wants to be spoken to in, BCP 47. It is the patient's, and stays out of what processes record. */
  readonly language: string | null;
}

/** A referral and its receipt; `null` before it is received. */
export interface ArrivedReferral {
  readonly referral: Referral;
  readonly receipt: Receipt | null;
}

/** Referrals as routing sees them. */
export const arrivedReferralSubject: Subject<ArrivedReferral, ReferralEvent> = {
  category: 'referral',
  initialView: { referral: initialState, receipt: null },
  evolve: ({ referral, receipt }, fact) => ({
    referral: referralDecider.evolve(referral, fact),
    receipt:
      fact.type === 'ReferralReceived'
        ? { recordedAt: fact.metadata.recordedAt, language: fact.data.languagePreference ?? null }
        : receipt,
  }),
};
