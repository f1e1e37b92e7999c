import type { Reason } from '@referral/values';
import { refusal } from './refuse';

/** Whose reason it is. */
export type ReasonSide = 'patient' | 'provider' | 'payer' | 'referrer' | 'unknown';

/** What is known about a reason code. */
export interface ReasonEntry {
  readonly code: string;
  readonly side: ReasonSide;
  /** The code alone does not say enough. */
  readonly commentMandatory: boolean;
}

const entry = (code: string, side: ReasonSide, commentMandatory = false): ReasonEntry => ({
  code,
  side,
  commentMandatory,
});

const other = entry('other', 'unknown', true);

/**
 * The seeded reason codes, in own words after those of public reference data. The lists are open: a site's own code is taken as it
 * is, and a comment is asked for where a list, or the kind of decision, says so.
 */
export const reasonLists = {
  decline: [
    entry('more_appropriate_specialty', 'provider'),
    entry('wrong_provider', 'referrer'),
    entry('wrong_patient', 'referrer'),
    entry('further_information_required', 'referrer'),
    entry('prerequisites_not_complete', 'referrer'),
    entry('inappropriate_service', 'provider'),
    entry('inappropriate_priority', 'provider'),
    entry('no_capacity', 'provider'),
    other,
  ],
  cancelAppointment: [
    entry('patient_unwell', 'patient'),
    entry('patient_on_holiday', 'patient'),
    entry('other_engagement', 'patient'),
    entry('private_care_chosen', 'patient'),
    entry('no_longer_required', 'patient'),
    entry('booked_elsewhere', 'patient'),
    entry('clinic_cancelled', 'provider'),
    entry('slot_cancelled', 'provider'),
    entry('staff_vacation', 'provider'),
    entry('raised_in_error', 'referrer'),
    other,
  ],
  close: [
    entry('patient_request', 'patient'),
    entry('care_completed_elsewhere', 'patient'),
    entry('patient_died', 'patient'),
    entry('raised_in_error', 'referrer'),
    entry('no_longer_required', 'referrer'),
    other,
  ],
  amend: [
    entry('clinical_change', 'referrer'),
    entry('referrer_correction', 'referrer'),
    entry('patient_request', 'patient'),
    other,
  ],
  correct: [entry('typing_error', 'unknown'), entry('misread', 'unknown'), entry('wrong_code', 'unknown'), other],
  rejectItem: [
    entry('illegible', 'referrer'),
    entry('wrong_patient', 'referrer'),
    entry('outdated', 'referrer'),
    other,
  ],
  waive: [
    entry('not_applicable', 'provider'),
    entry('clinical_need', 'provider'),
    entry('unobtainable', 'unknown'),
    other,
  ],
  redirect: [
    entry('no_capacity', 'provider'),
    entry('more_appropriate_specialty', 'provider'),
    entry('destination_closed', 'provider'),
    entry('out_of_network', 'payer'),
    entry('patient_choice', 'patient'),
    other,
  ],
  withdrawDocument: [
    entry('wrong_patient', 'unknown'),
    entry('wrong_referral', 'unknown'),
    entry('superseded', 'unknown'),
    other,
  ],
  enteredInError: [entry('wrong_patient', 'unknown', true), entry('raised_in_error', 'referrer', true), other],
  declineOffer: [
    entry('other_engagement', 'patient'),
    entry('too_far', 'patient'),
    entry('wants_earlier', 'patient'),
    entry('wants_later', 'patient'),
    other,
  ],
  cancelReferral: [
    entry('no_longer_required', 'referrer'),
    entry('raised_in_error', 'referrer'),
    entry('wrong_patient', 'referrer'),
    entry('patient_request', 'patient'),
    entry('private_care_chosen', 'patient'),
    other,
  ],
  refuseCancellation: [entry('already_seen', 'provider'), entry('service_under_way', 'provider'), other],
  withdrawCancellation: [entry('still_required', 'referrer'), entry('asked_in_error', 'unknown'), other],
  rejectNote: [entry('wrong_patient', 'provider'), entry('wrong_referral', 'provider'), other],
  hold: [
    entry('patient_unavailable', 'patient'),
    entry('patient_choice', 'patient'),
    entry('awaiting_payer', 'payer'),
    entry('awaiting_referrer', 'referrer'),
    entry('clinical_not_ready', 'provider'),
    entry('legal', 'unknown', true),
    other,
  ],
  extendValidity: [entry('no_capacity', 'provider'), entry('patient_unavailable', 'patient'), other],
  reopen: [entry('closed_in_error', 'provider', true), entry('patient_returned', 'patient', true), other],
} as const satisfies Readonly<Record<string, readonly ReasonEntry[]>>;

/** Decisions that give a reason from a list. */
export type ReasonList = keyof typeof reasonLists;

const needsComment = (list: ReasonList, code: string): boolean =>
  list === 'reopen' ||
  list === 'enteredInError' ||
  reasonLists[list].some((known) => known.code === code && known.commentMandatory);

/**
 * I31: the reason, which must be there, with a comment where its list says so.
 * @throws REASON_REQUIRED, COMMENT_REQUIRED
 */
export const requireReason = (list: ReasonList, reason: Reason | undefined): Reason => {
  if (!reason) throw refusal('REASON_REQUIRED');
  if (reason.comment === undefined && needsComment(list, reason.code))
    throw refusal('COMMENT_REQUIRED', `The reason ${reason.code} needs a comment.`);
  return reason;
};
