import { type ClockId, clockIds, IsId, MayBeAbsent, pick } from '@referral/values';
import { IsIn } from 'class-validator';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { type EscalationCause, escalationCauses, type EscalationLevel, escalationLevels } from '../values/assignment';
import { ReferralCommand } from './referral-command';

/** Someone higher up is called. */
export class EscalateReferral extends ReferralCommand {
  @IsIn(escalationLevels) readonly level!: EscalationLevel;
  @IsId() readonly to!: string;
  @IsIn(escalationCauses) readonly cause!: EscalationCause;
  @MayBeAbsent() @IsIn(clockIds) readonly clock?: ClockId;
}

/** T39. What waits for an answer goes up, not down. */
export const escalateReferral = (command: EscalateReferral, referral: RegisteredReferral): readonly ReferralEvent[] => {
  const { escalation } = referral.facets;
  const waiting = escalation?.acknowledged ? null : escalation;
  if (waiting?.level === command.level && waiting.to === command.to && waiting.cause === command.cause) return [];
  requireTransition(referral, 'EscalateReferral');
  if (waiting && waiting.level > command.level)
    throw refusal('CONTRADICTS_RECORD', `It waits for an answer at level ${waiting.level} already.`);
  return [happened('ReferralEscalated', command, pick(command, 'level', 'to', 'cause', 'clock'))];
};

/** Calling someone higher up. */
export const escalateReferralUseCase: UseCase<EscalateReferral> = {
  name: 'EscalateReferral',
  command: EscalateReferral,
  summary: 'Escalates the referral to a level of 1 to 3.',
  roles: ['coordinator', 'system'],
  creates: false,
  generatedIds: [],
  decide: escalateReferral,
};
