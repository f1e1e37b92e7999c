/** What is asked of the receiving side. */
export const referralTypes = [
  'consult',
  'evaluate_and_treat',
  'second_opinion',
  'procedure',
  'diagnostic',
  'community_service',
  'co_management',
] as const;
export type ReferralType = (typeof referralTypes)[number];

/** On what an urgency rests. */
export const urgencyBases = ['protocol', 'clinical_judgement', 'referrer_request', 'deterioration'] as const;
export type UrgencyBasis = (typeof urgencyBases)[number];

/** What a payer answered about a coverage. */
export const eligibilityOutcomes = ['active', 'inactive', 'unable'] as const;
export type EligibilityOutcome = (typeof eligibilityOutcomes)[number];

/** Whether the destination is in the plan's network. */
export const networks = ['in', 'out', 'unknown'] as const;
export type Network = (typeof networks)[number];

/** Whether the payer wants an authorization first. */
export const authorizationAnswers = ['yes', 'no', 'unknown'] as const;
export type AuthorizationAnswer = (typeof authorizationAnswers)[number];

/** How a visit takes place. */
export const visitModes = ['in_person', 'telehealth'] as const;
export type VisitMode = (typeof visitModes)[number];

/** What a visit is for. */
export const visitTypes = ['initial', 'follow_up', 'procedure', 'test'] as const;
export type VisitType = (typeof visitTypes)[number];

/** Who wanted an appointment moved. */
export const reschedulers = ['patient', 'provider', 'coordinator'] as const;
export type Rescheduler = (typeof reschedulers)[number];

/** Who cancelled an appointment. */
export const cancellers = ['patient', 'provider', 'payer', 'system'] as const;
export type Canceller = (typeof cancellers)[number];

/** How we know that a patient was seen. `report`: a final report came and nothing else told of the visit. */
export const attendanceEvidences = [
  'receiving_system',
  'phone_confirmation',
  'patient_report',
  'claim',
  'report',
] as const;
export type AttendanceEvidence = (typeof attendanceEvidences)[number];

/** What kind of note the specialist sent. */
export const consultNoteKinds = ['interim', 'final', 'addendum', 'corrected'] as const;
export type ConsultNoteKind = (typeof consultNoteKinds)[number];

/** How a note found its referral. */
export const noteMatches = ['referral_id', 'patient_service_review'] as const;
export type NoteMatch = (typeof noteMatches)[number];

/** What the referrer does with a report. */
export const dispositions = ['no_further_action', 'follow_up_ordered', 'new_referral', 'patient_contacted'] as const;
export type Disposition = (typeof dispositions)[number];

/** Who may read a note. */
export const noteVisibilities = ['team', 'partner', 'clinical'] as const;
export type NoteVisibility = (typeof noteVisibilities)[number];

/** How a referral can end. Only `loop_closed` counts as a closed loop. */
export const closureOutcomes = [
  'loop_closed',
  'service_confirmed_no_report_expected',
  'completed_report_not_obtained',
  'unable_to_contact',
  'patient_declined',
  'care_obtained_elsewhere',
  'not_covered_patient_declined_cost',
  'authorization_denied_final',
  'patient_deceased',
  'moved_out_of_area',
  'duplicate',
  'no_capacity_no_alternative',
  'missed_visits_policy',
  'advice_given',
] as const;
export type ClosureOutcome = (typeof closureOutcomes)[number];
