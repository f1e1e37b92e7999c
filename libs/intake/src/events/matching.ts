import type { Fact } from '@referral/eventsourcing';
import type { DuplicateFlag, MatchCandidate } from '../intake-item';
import type { MatchMethod } from '../vocabulary';

/** A machine names those whom the item may be about. */
export type PatientMatchProposed = Fact<'PatientMatchProposed', { readonly candidates: readonly MatchCandidate[] }>;

/** A person says whom the item is about. */
export type PatientMatchConfirmed = Fact<
  'PatientMatchConfirmed',
  { readonly patientId: string; readonly method: MatchMethod }
>;

/** A machine names referrals that may say the same. */
export type PossibleDuplicateFlagged = Fact<'PossibleDuplicateFlagged', DuplicateFlag>;
