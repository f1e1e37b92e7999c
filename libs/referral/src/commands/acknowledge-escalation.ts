import { requireOrder } from '@referral/eventsourcing';
import { IsId, IsText, pick } from '@referral/values';
import type { Escalation } from '../coordination-facets';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { ReferralCommand } from './referral-command';

/** Whoever was called has a plan. It carries no patient data. */
export class AcknowledgeEscalation extends ReferralCommand {
  @IsId() readonly by!: string;
  @IsText(2000) readonly plan!: string;
}

const requireEscalation = ({ facets }: RegisteredReferral): Escalation => {
  if (!facets.escalation) throw refusal('ESCALATION_NOT_FOUND');
  return facets.escalation;
};

/** T39. An escalation is answered once. */
export const acknowledgeEscalation = (
  command: AcknowledgeEscalation,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const escalation = requireEscalation(referral);
  if (escalation.acknowledged?.by === command.by) return [];
  requireTransition(referral, 'AcknowledgeEscalation');
  if (escalation.acknowledged) throw refusal('CONTRADICTS_RECORD', 'Someone else has answered it.');
  requireOrder(command, escalation.at, 'it was escalated');
  return [happened('EscalationAcknowledged', command, pick(command, 'by', 'plan'))];
};

/** The answer of whoever was called. */
export const acknowledgeEscalationUseCase: UseCase<AcknowledgeEscalation> = {
  name: 'AcknowledgeEscalation',
  command: AcknowledgeEscalation,
  summary: 'Answers an escalation with a plan.',
  roles: ['lead'],
  creates: false,
  generatedIds: [],
  decide: acknowledgeEscalation,
  possible: (referral) => void requireEscalation(referral),
};
