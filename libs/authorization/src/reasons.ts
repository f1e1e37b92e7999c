import type { KnownReason } from '@referral/values';

/** Why a request is withdrawn. */
export const cancellationReasons: readonly KnownReason[] = [
  { code: 'service_no_longer_needed', commentMandatory: false },
  { code: 'referral_ended', commentMandatory: false },
  { code: 'coverage_changed', commentMandatory: false },
  { code: 'cancelled_by_payer', commentMandatory: false },
  { code: 'opened_in_error', commentMandatory: true },
  { code: 'other', commentMandatory: true },
];
