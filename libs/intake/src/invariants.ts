import { commonInvariants, invariant, refusals } from '@referral/eventsourcing';

/** Every code that a command about an intake item can be refused with. */
export const intakeInvariants = {
  ...commonInvariants,
  INTAKE_NOT_FOUND: invariant(null, 404, 'The intake item exists.'),
  REFERRAL_NOT_FOUND: invariant(null, 404, 'The referral exists.'),
  DUPLICATE_EXTERNAL_ID: invariant('I06', 409, 'One external identifier stands for one referral.'),
  PATIENT_MISMATCH: invariant('I25', 409, 'What is filed under a referral is about its patient.'),
} as const;

export type IntakeInvariantCode = keyof typeof intakeInvariants;

/** The error of a broken invariant. */
export const refusal = refusals(intakeInvariants);
