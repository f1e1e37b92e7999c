import { requireOrder } from '@referral/eventsourcing';
import { IsIn } from 'class-validator';
import { IsId, IsList, IsText, MayBeAbsent, pick } from '@referral/values';
import type { OpenedAuthorization } from '../authorization';
import { dueFrom } from '../clock-rules';
import type { AuthorizationEvent } from '../events/authorization-event';
import { happened } from '../happened';
import { authorizationTransitions } from '../transitions';
import type { UseCase } from '../use-case';
import { submissionMethods, type SubmissionMethod } from '../vocabulary';
import { AuthorizationCommand } from './authorization-command';

/** The request goes to the payer. */
export class SubmitAuthorization extends AuthorizationCommand {
  @MayBeAbsent() @IsId() readonly submissionId!: string;
  @IsIn(submissionMethods) readonly method!: SubmissionMethod;
  @MayBeAbsent() @IsList(100) @IsId({ each: true }) readonly documents: readonly string[] = [];
  @IsText(100) readonly traceNumber!: string;
}

/** A02. The payer's clock starts, by the rule in force on that day. */
export const submitAuthorization = (
  command: SubmitAuthorization,
  authorization: OpenedAuthorization,
): readonly AuthorizationEvent[] => {
  const { stage, stageSince, submissions, request, referralId } = authorization;
  if (submissions.some(({ submissionId }) => submissionId === command.submissionId)) return [];
  authorizationTransitions.require(stage, 'SubmitAuthorization');
  requireOrder(command, stageSince, `it was ${stage}`);
  const { dueAt, clockBasis } = dueFrom(command.occurredAt, 'decisionHours', request.level);
  return [
    happened('AuthorizationSubmitted', command, {
      referralId,
      ...pick(command, 'submissionId', 'method', 'documents', 'traceNumber'),
      submittedAt: command.occurredAt,
      decisionDueAt: dueAt,
      clockBasis,
    }),
  ];
};

/** The sending of a request. */
export const submitAuthorizationUseCase: UseCase<SubmitAuthorization> = {
  name: 'SubmitAuthorization',
  command: SubmitAuthorization,
  summary: "Says that the request went to the payer; the payer's clock starts.",
  roles: ['auth_specialist', 'system'],
  creates: false,
  generatedIds: ['submissionId'],
  decide: submitAuthorization,
};
