import { IsId, MayBeAbsent, pick } from '@referral/values';
import { IsBoolean, IsIn } from 'class-validator';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { type BarrierType, barrierTypes } from '../values/outreach';
import { ReferralCommand } from './referral-command';

/** Something keeps the patient from care. */
export class IdentifyBarrier extends ReferralCommand {
  @MayBeAbsent() @IsId() readonly barrierId!: string;
  @IsIn(barrierTypes) readonly type!: BarrierType;
  /** 1 (slight) to 3 (severe). */
  @IsIn([1, 2, 3]) readonly severity!: 1 | 2 | 3;
  @IsBoolean() readonly blocksScheduling!: boolean;
}

/** T39. */
export const identifyBarrier = (command: IdentifyBarrier, referral: RegisteredReferral): readonly ReferralEvent[] => {
  const known = referral.facets.barriers.find(({ barrierId }) => barrierId === command.barrierId);
  if (known?.type === command.type && known.severity === command.severity) return [];
  if (known) throw refusal('CONTRADICTS_RECORD', 'A barrier with this id is another one.');
  requireTransition(referral, 'IdentifyBarrier');
  return [happened('BarrierIdentified', command, pick(command, 'barrierId', 'type', 'severity', 'blocksScheduling'))];
};

/** Naming a barrier. */
export const identifyBarrierUseCase: UseCase<IdentifyBarrier> = {
  name: 'IdentifyBarrier',
  command: IdentifyBarrier,
  summary: 'Records what keeps the patient from care.',
  roles: ['coordinator'],
  creates: false,
  generatedIds: ['barrierId'],
  decide: identifyBarrier,
};
