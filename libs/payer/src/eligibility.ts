import type { VerifyEligibility } from '@referral/referral';
import type { Member, Provider } from './parties';

/** Whether, and how, a payer covers services for a member on a day. */
export interface EligibilityRequest {
  /** Makes the request the same one when it is sent again; at most 50 characters, unique per asking organization. */
  readonly traceNumber: string;
  readonly member: Member;
  readonly requester: Provider;
  /** Calendar date of the visit. */
  readonly serviceDate: string;
  /** X12 service type codes, such as `3` (consultation) or `30` (the health plan as a whole); at least one. */
  readonly serviceTypes: readonly string[];
}

type Finding = Pick<
  VerifyEligibility,
  | 'outcome'
  | 'serviceCovered'
  | 'network'
  | 'authRequired'
  | 'copay'
  | 'coinsurancePct'
  | 'deductibleRemaining'
  | 'visitLimitRemaining'
>;

/** What the payer covers: the fields of VerifyEligibility that the payer knows, and what it sent, word for word. */
export interface EligibilityAnswer extends Finding {
  /** The day on which the payer answered. */
  readonly asOfDate: string;
  /** The end of the plan when the payer tells it, else of the month asked about, since coverage is kept by the month. */
  readonly validThrough: string;
  /** The payer's own trace number when it gives one, else ours. */
  readonly sourceRef: string;
  /** The answer as it came, to be filed as evidence; patient data. */
  readonly raw: string;
}
