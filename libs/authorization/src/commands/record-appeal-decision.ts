import { requireOrder } from '@referral/eventsourcing';
import { IsIn } from 'class-validator';
import type { OpenedAuthorization } from '../authorization';
import type { AuthorizationEvent } from '../events/authorization-event';
import { happened } from '../happened';
import { authorizationTransitions } from '../transitions';
import type { UseCase } from '../use-case';
import { type ReviewOutcome, reviewOutcomes } from '../vocabulary';
import { AuthorizationCommand } from './authorization-command';

/** The payer has decided an appeal. After `overturned` its approval follows as a decision. */
export class RecordAppealDecision extends AuthorizationCommand {
  @IsIn(reviewOutcomes) readonly outcome!: ReviewOutcome;
}

/** A11. */
export const recordAppealDecision = (
  command: RecordAppealDecision,
  { stage, stageSince, appeals, referralId }: OpenedAuthorization,
): readonly AuthorizationEvent[] => {
  const { outcome } = command;
  const appeal = appeals.at(-1);
  if (appeal && stage === outcome) return [];
  authorizationTransitions.require(stage, 'RecordAppealDecision');
  requireOrder(command, stageSince, 'the appeal was filed');
  const { level, kind } = appeal ?? { level: 1, kind: 'standard' };
  return [happened('AppealDecided', command, { referralId, level, kind, filedAt: stageSince, outcome })];
};

/** The decision on an appeal. */
export const recordAppealDecisionUseCase: UseCase<RecordAppealDecision> = {
  name: 'RecordAppealDecision',
  command: RecordAppealDecision,
  summary: 'Records what the payer decided on an appeal.',
  roles: ['integration', 'auth_specialist'],
  creates: false,
  generatedIds: [],
  decide: recordAppealDecision,
};
