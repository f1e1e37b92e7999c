import { requireOrder } from '@referral/eventsourcing';
import { IsIn } from 'class-validator';
import type { OpenedAuthorization } from '../authorization';
import { dueFrom, type Level, levels } from '../clock-rules';
import type { AuthorizationEvent } from '../events/authorization-event';
import { happened } from '../happened';
import { authorizationTransitions } from '../transitions';
import type { UseCase } from '../use-case';
import { AuthorizationCommand } from './authorization-command';

/** Someone appeals what the payer refused. */
export class FileAppeal extends AuthorizationCommand {
  @IsIn(levels) readonly kind!: Level;
}

/** A10. */
export const fileAppeal = (
  command: FileAppeal,
  { stage, stageSince, appeals, referralId }: OpenedAuthorization,
): readonly AuthorizationEvent[] => {
  const { kind } = command;
  if (stage === 'appeal_filed' && appeals.at(-1)?.kind === kind) return [];
  authorizationTransitions.require(stage, 'FileAppeal');
  requireOrder(command, stageSince, `it was ${stage}`);
  const filedAt = command.occurredAt;
  const due = dueFrom(filedAt, 'appealHours', kind);
  return [happened('AppealFiled', command, { referralId, level: appeals.length + 1, kind, filedAt, ...due })];
};

/** The appeal. */
export const fileAppealUseCase: UseCase<FileAppeal> = {
  name: 'FileAppeal',
  command: FileAppeal,
  summary: "Appeals what the payer refused; the payer's clock starts anew.",
  roles: ['auth_specialist'],
  creates: false,
  generatedIds: [],
  decide: fileAppeal,
};
