import { instant } from '@referral/values';
import type { OpenedAuthorization } from '../authorization';
import type { AuthorizationEvent } from '../events/authorization-event';
import { happened } from '../happened';
import { refusal } from '../invariants';
import { authorizationTransitions } from '../transitions';
import type { UseCase } from '../use-case';
import { AuthorizationCommand } from './authorization-command';

/** A clock says that the payer let the time for its decision pass. */
export class RecordDecisionOverdue extends AuthorizationCommand {}

/** A07. It is recorded once for each submission. */
export const recordDecisionOverdue = (
  command: RecordDecisionOverdue,
  { stage, submissions, referralId }: OpenedAuthorization,
): readonly AuthorizationEvent[] => {
  const submission = submissions.at(-1);
  if (submission?.overdue === true) return [];
  authorizationTransitions.require(stage, 'RecordDecisionOverdue');
  if (!submission || instant(command.occurredAt) < instant(submission.decisionDueAt))
    throw refusal('DEADLINE_NOT_REACHED', 'The payer still has time for its decision.');
  const { submissionId, decisionDueAt: dueAt } = submission;
  return [happened('AuthorizationDecisionOverdue', command, { referralId, submissionId, dueAt })];
};

/** The end of the payer's time. */
export const recordDecisionOverdueUseCase: UseCase<RecordDecisionOverdue> = {
  name: 'RecordDecisionOverdue',
  command: RecordDecisionOverdue,
  summary: 'Records that the payer has not decided in time.',
  roles: ['system'],
  creates: false,
  generatedIds: [],
  decide: recordDecisionOverdue,
};
