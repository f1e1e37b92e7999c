import { IsIn } from 'class-validator';
import { type Approval, ApprovalValue } from '@referral/values';

/** What stands between acceptance and a booking, and the code that a closed gate answers. */
export const gates = {
  eligibility: 'ELIGIBILITY_STALE',
  coverage: 'COVERAGE_DECISION_REQUIRED',
  authorization: 'AUTHORIZATION_NOT_IN_FORCE',
  authorization_units: 'AUTHORIZATION_UNITS_EXHAUSTED',
  authorization_period: 'OUTSIDE_VALIDITY',
  destination: 'DESTINATION_NOT_AVAILABLE',
  network: 'OUT_OF_NETWORK_DECISION_REQUIRED',
  documents: 'INCOMPLETE_REFERRAL',
  consent: 'CONSENT_REQUIRED',
  validity: 'OUTSIDE_VALIDITY',
  interpreter: 'INTERPRETER_NOT_ARRANGED',
  visits: 'VISIT_LIMIT_REACHED',
  missed_visits: 'MISSED_VISIT_POLICY',
  hold: 'HOLD_BLOCKS_BOOKING',
} as const;
export type Gate = keyof typeof gates;
export type GateCode = (typeof gates)[Gate];

/** One gate passed in spite of what it says, and who answers for that. The gate is named by itself or by its code. */
export interface GateOverride extends Approval {
  readonly gate: Gate | GateCode;
}

const names = [...Object.keys(gates), ...Object.values(gates)];

/** How an override is validated. */
export class GateOverrideValue extends ApprovalValue implements GateOverride {
  @IsIn(names) readonly gate!: Gate | GateCode;
}
