import type { Coding } from '@referral/values';

interface AboutMember {
  /** Makes the question the same one to the payer when it is asked again; at most 50 characters. */
  readonly traceNumber: string;
  readonly patientId: string;
  readonly coverageId: string;
}

/** Whether, and how, a coverage pays for a referral on a day. */
export interface EligibilityQuestion extends AboutMember {
  readonly kind: 'eligibility';
  readonly referralId: string;
  /** Calendar date. */
  readonly serviceDate: string;
  /** How often it was asked without an answer before. */
  readonly failures: number;
}

/** Whether the payer authorizes what an authorization asks for. */
export interface AuthorizationQuestion extends AboutMember {
  readonly kind: 'authorization';
  readonly authorizationId: string;
  readonly referralId: string;
  readonly level: 'standard' | 'expedited';
  /** Calendar dates, both inclusive. */
  readonly services: readonly {
    readonly code: Coding;
    readonly units: number;
    readonly from: string;
    readonly to: string;
  }[];
  readonly failures: number;
}

/** What became of an authorization that the payer has pended. */
export interface AuthorizationInquiry extends AboutMember {
  readonly kind: 'authorization_inquiry';
  readonly authorizationId: string;
  readonly payerReference: string;
  /** 1 for the first inquiry about this authorization. */
  readonly number: number;
}

/** A question to a payer. Who the member is, and what the payer says of them, is never part of it. */
export type PayerQuestion = EligibilityQuestion | AuthorizationQuestion | AuthorizationInquiry;

const MINUTE_MS = 60_000;

/** Pauses before a payer that gave no answer is asked again, ms; the last one holds from then on. This project's own default. */
const pauses = [2_000, 10_000, MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS, 60 * MINUTE_MS, 240 * MINUTE_MS];

/** Pause before a question is asked again to which there is no answer until something changes, ms. */
const longPause = 24 * 60 * MINUTE_MS;

/** Pauses before an inquiry about a pended authorization, ms; the last one holds from then on. */
const inquiryPauses = [10_000, MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS, 60 * MINUTE_MS, 240 * MINUTE_MS];

const after = (now: string, pause: number | undefined): string =>
  new Date(Date.parse(now) + (pause ?? longPause)).toISOString();

/** When a question is asked again, after so many times without an answer. */
export const askAgainAt = (now: string, failures: number, mayPass: boolean): string =>
  after(now, mayPass ? (pauses[failures - 1] ?? pauses.at(-1)) : longPause);

/** When the payer is asked for the n-th time what became of an authorization. */
export const inquireAt = (now: string, number: number): string =>
  after(now, inquiryPauses[number - 1] ?? inquiryPauses.at(-1));
