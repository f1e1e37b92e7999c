import { initialState, type Referral, referralDecider, type ReferralEvent } from '@referral/referral';
import type { Subject } from '../process';

/** What the receipt of a referral tells and the referral does not keep. */
export interface Receipt {
  readonly recordedAt: string;
  /** What the patient wants to be spoken to in, BCP 47. It is the patient's, and stays out of what processes record. */
  readonly language: string | null;
}

/** A referral as it is given to somebody. */
export interface ArrivedReferral {
  readonly referral: Referral;
  /** `null` before it is received. */
  readonly receipt: Receipt | null;
  /** Somebody had it and did not keep it. */
  readonly givenBack: boolean;
}

/** Referrals as routing sees them. */
export const arrivedReferralSubject: Subject<ArrivedReferral, ReferralEvent> = {
  category: 'referral',
  initialView: { referral: initialState, receipt: null, givenBack: false },
  evolve: ({ referral, receipt, givenBack }, fact) => ({
    referral: referralDecider.evolve(referral, fact),
    receipt:
      fact.type === 'ReferralReceived'
        ? { recordedAt: fact.metadata.recordedAt, language: fact.data.languagePreference ?? null }
        : receipt,
    givenBack: givenBack || fact.type === 'ReferralReleased',
  }),
};
