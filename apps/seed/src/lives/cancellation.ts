import type { Telling } from '../step';
import type { ReferralCase } from './referral-case';
import type { Goes } from './referral';

/** The office wants the referral back; the clinic agrees, or the office changes its mind. */
export function* cancellation(one: ReferralCase): Telling<Goes> {
  const { draws, story, officeDesk, clinicDesk } = one;
  yield* one.tell('RequestCancellation', officeDesk, {
    by: one.office,
    reason: { code: draws.pick(['no_longer_required', 'patient_request', 'private_care_chosen']) },
  });
  if (one.rests('cancellation_requested')) return 'no_further';
  story.wait(2, 40);
  if (one.fate === 'cancelled') {
    yield* one.tell('ConfirmCancellation', clinicDesk, { confirmedBy: one.clinic.id });
    return 'no_further';
  }
  if (draws.chance(0.5)) yield* one.tell('RefuseCancellation', clinicDesk, { reason: { code: 'service_under_way' } });
  else yield* one.tell('WithdrawCancellationRequest', officeDesk, { reason: { code: 'still_required' } });
  return 'on';
}
