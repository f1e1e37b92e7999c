import type { ReceivedItem } from './intake-item';
import { refusal } from './invariants';

/** What was looked up of a referral that a command names. */
export interface KnownReferral {
  readonly patientId: string;
  /** The item of which it was made, if any. */
  readonly intakeId: string | null;
}

/** I25: the referral, when it exists and is about the patient of the item. @throws REFERRAL_NOT_FOUND, PATIENT_MISMATCH */
export const requireSamePatient = ({ match }: ReceivedItem, referral: KnownReferral | null): KnownReferral => {
  if (!referral) throw refusal('REFERRAL_NOT_FOUND', 'There is no such referral.');
  if (match?.patientId !== referral.patientId)
    throw refusal('PATIENT_MISMATCH', 'The referral is about another patient than the item. Correct the match first.');
  return referral;
};
