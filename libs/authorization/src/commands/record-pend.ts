import { requireOrder } from '@referral/eventsourcing';
import { IsInstant, IsList, IsText, MayBeAbsent, pick } from '@referral/values';
import type { OpenedAuthorization } from '../authorization';
import type { AuthorizationEvent } from '../events/authorization-event';
import { happened } from '../happened';
import { requireSubmitted } from '../require-submitted';
import { authorizationTransitions } from '../transitions';
import type { UseCase } from '../use-case';
import { AuthorizationCommand } from './authorization-command';

/** The payer wants more before it decides. */
export class RecordPend extends AuthorizationCommand {
  @IsText(100) readonly payerReference!: string;
  @MayBeAbsent() @IsList(50) @IsText(50, { each: true }) readonly reasonCodes: readonly string[] = [];
  @MayBeAbsent() @IsList(50) @IsText(500, { each: true }) readonly infoRequested: readonly string[] = [];
  @MayBeAbsent() @IsInstant() readonly infoDueAt?: string;
}

const isKnown = (command: RecordPend, { stage, pend }: OpenedAuthorization): boolean =>
  stage === 'pended' &&
  pend?.payerReference === command.payerReference &&
  JSON.stringify(pend.infoRequested) === JSON.stringify(command.infoRequested);

/** A03. */
export const recordPend = (command: RecordPend, authorization: OpenedAuthorization): readonly AuthorizationEvent[] => {
  if (isKnown(command, authorization)) return [];
  requireSubmitted(authorization);
  authorizationTransitions.require(authorization.stage, 'RecordPend');
  requireOrder(command, authorization.stageSince, `it was ${authorization.stage}`);
  return [
    happened('AuthorizationPended', command, {
      referralId: authorization.referralId,
      ...pick(command, 'payerReference', 'reasonCodes', 'infoRequested', 'infoDueAt'),
    }),
  ];
};

/** The payer's question. */
export const recordPendUseCase: UseCase<RecordPend> = {
  name: 'RecordPend',
  command: RecordPend,
  summary: 'Records that the payer wants more before it decides, and what.',
  roles: ['integration', 'auth_specialist', 'system'],
  creates: false,
  generatedIds: [],
  decide: recordPend,
};
