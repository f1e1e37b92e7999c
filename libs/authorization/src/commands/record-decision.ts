import { requireOrder } from '@referral/eventsourcing';
import { IsIn, IsInt, Max, Min } from 'class-validator';
import {
  type Coding,
  CodingValue,
  IsDateOrInstant,
  IsId,
  IsListOf,
  IsText,
  IsValue,
  MayBeAbsent,
  type Validity,
  ValidityValue,
} from '@referral/values';
import type { OpenedAuthorization } from '../authorization';
import { decidedEvent, decisionText } from '../decided-event';
import { type Decision, decisions } from '../decisions';
import type { AuthorizationEvent } from '../events/authorization-event';
import { requireSubmitted } from '../require-submitted';
import { authorizationTransitions } from '../transitions';
import type { UseCase } from '../use-case';
import { AuthorizationCommand } from './authorization-command';

/** How much of a service the payer agreed to. */
export class ApprovedUnitsValue {
  @IsValue(() => CodingValue) readonly service!: Coding;
  @IsInt() @Min(0) @Max(10_000) readonly approved!: number;
}

/** Why the payer refused: its code, its words, or both. */
export class DenialReasonValue {
  @MayBeAbsent() @IsText(50) readonly code?: string;
  @MayBeAbsent() @IsText(4000) readonly specific?: string;
}

/** The payer has decided. */
export class RecordDecision extends AuthorizationCommand {
  @IsIn(decisions) readonly decision!: Decision;
  /** The payer's number for it. */
  @MayBeAbsent() @IsText(100) readonly number?: string;
  @MayBeAbsent() @IsValue(() => ValidityValue) readonly validity?: Validity;
  @MayBeAbsent() @IsListOf(() => ApprovedUnitsValue, 50, 1) readonly units?: readonly ApprovedUnitsValue[];
  @MayBeAbsent() @IsValue(() => DenialReasonValue) readonly denialReason?: DenialReasonValue;
  @MayBeAbsent() @IsDateOrInstant() readonly appealDeadline?: string;
  @IsId() readonly evidenceDocumentId!: string;
}

/** A06. */
export const recordDecision = (
  command: RecordDecision,
  authorization: OpenedAuthorization,
): readonly AuthorizationEvent[] => {
  const { stage, stageSince } = authorization;
  requireSubmitted(authorization);
  const event = decidedEvent(command, authorization);
  if (authorization.decision === decisionText(event)) return [];
  authorizationTransitions.require(stage, 'RecordDecision');
  requireOrder(command, stageSince, `it was ${stage}`);
  return [event];
};

/** The payer's decision. */
export const recordDecisionUseCase: UseCase<RecordDecision> = {
  name: 'RecordDecision',
  command: RecordDecision,
  summary: 'Records what the payer decided: with number, dates and units, or with the reason of a denial.',
  roles: ['integration', 'auth_specialist', 'system'],
  creates: false,
  generatedIds: [],
  decide: recordDecision,
};
