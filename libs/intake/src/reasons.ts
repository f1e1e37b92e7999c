import type { KnownReason } from '@referral/values';

/** Why an item is nothing for us. `wrong_recipient` tells that patient data may have gone astray, so that somebody looks after it. */
export const rejectReasons: readonly KnownReason[] = [
  { code: 'not_a_referral', commentMandatory: false },
  { code: 'wrong_recipient', commentMandatory: false },
  { code: 'illegible', commentMandatory: false },
  { code: 'spam', commentMandatory: false },
  { code: 'other', commentMandatory: true },
];

/** Why a clinician takes over a call. */
export const escalationReasons: readonly KnownReason[] = [
  { code: 'symptoms_worse', commentMandatory: false },
  { code: 'clinical_question', commentMandatory: false },
  { code: 'caller_distressed', commentMandatory: false },
  { code: 'other', commentMandatory: true },
];
