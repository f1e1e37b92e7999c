import { IsIn } from 'class-validator';
import { IsValue, pick, type Reason, ReasonValue, urgencies, type Urgency, urgencyRank } from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import { defaultSlaPolicy } from '../policies';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { urgencyBases, type UrgencyBasis } from '../values/vocabulary';
import { ReferralCommand } from './referral-command';

/** How soon the patient must be seen is decided, or decided anew. */
export class SetUrgency extends ReferralCommand {
  @IsIn(urgencies) readonly to!: Urgency;
  @IsIn(urgencyBases) readonly basis!: UrgencyBasis;
  @IsValue(() => ReasonValue) readonly reason!: Reason;
}

/** T37. Before anyone has assigned an urgency, the one that the referrer claimed is the one that would be lowered. */
export const setUrgency = (command: SetUrgency, referral: RegisteredReferral): readonly ReferralEvent[] => {
  const { assigned, claimed } = referral.facets.urgency;
  if (assigned === command.to) return [];
  requireTransition(referral, 'SetUrgency');
  const lowers = urgencyRank(command.to) > urgencyRank(assigned ?? claimed);
  if (lowers && !command.issued.actor.roles.includes('clinical_reviewer')) throw refusal('URGENCY_DOWNGRADE_FORBIDDEN');
  return [
    happened('UrgencyAssigned', command, {
      ...(assigned === null ? {} : { from: assigned }),
      ...pick(command, 'to', 'basis', 'reason'),
      ...defaultSlaPolicy,
    }),
  ];
};

/** The assignment of an urgency. */
export const setUrgencyUseCase: UseCase<SetUrgency> = {
  name: 'SetUrgency',
  command: SetUrgency,
  summary: 'Assigns the urgency; only a clinical reviewer lowers it.',
  roles: ['clinical_reviewer', 'coordinator'],
  creates: false,
  generatedIds: [],
  decide: setUrgency,
};
