import { requireOrder } from '@referral/eventsourcing';
import { IsId, IsList, IsText, pick } from '@referral/values';
import type { OpenedAuthorization } from '../authorization';
import type { AuthorizationEvent } from '../events/authorization-event';
import { happened } from '../happened';
import { authorizationTransitions } from '../transitions';
import type { UseCase } from '../use-case';
import { AuthorizationCommand } from './authorization-command';

/** What the payer wanted goes to it. */
export class SubmitAdditionalInformation extends AuthorizationCommand {
  @IsList(100, 1) @IsId({ each: true }) readonly documents!: readonly string[];
  @IsText(100) readonly traceNumber!: string;
}

/** A04 and A05. Each sending is known by its trace number. */
export const submitAdditionalInformation = (
  command: SubmitAdditionalInformation,
  { stage, stageSince, informationSent, referralId }: OpenedAuthorization,
): readonly AuthorizationEvent[] => {
  if (informationSent.includes(command.traceNumber)) return [];
  authorizationTransitions.require(stage, 'SubmitAdditionalInformation');
  requireOrder(command, stageSince, `it was ${stage}`);
  return [
    happened('AuthorizationInformationSubmitted', command, {
      referralId,
      ...pick(command, 'documents', 'traceNumber'),
    }),
  ];
};

/** The answer to the payer's question. */
export const submitAdditionalInformationUseCase: UseCase<SubmitAdditionalInformation> = {
  name: 'SubmitAdditionalInformation',
  command: SubmitAdditionalInformation,
  summary: 'Says that what the payer wanted went to it.',
  roles: ['auth_specialist'],
  creates: false,
  generatedIds: [],
  decide: submitAdditionalInformation,
};
