import { requireOrder } from '@referral/eventsourcing';
import { IsId, IsValue, pick, type Reason, ReasonValue } from '@referral/values';
import { IsIn } from 'class-validator';
import { requireBarrier, requireSomeBarrier } from '../barriers';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { type BarrierResolution, barrierResolutions } from '../values/outreach';
import { ReferralCommand } from './referral-command';

/** A barrier is lifted, or it is clear that it will not be. */
export class ResolveBarrier extends ReferralCommand {
  @IsId() readonly barrierId!: string;
  @IsIn(barrierResolutions) readonly resolution!: BarrierResolution;
  @IsValue(() => ReasonValue) readonly outcome!: Reason;
}

/** T39. What was not lifted can be lifted later. */
export const resolveBarrier = (command: ResolveBarrier, referral: RegisteredReferral): readonly ReferralEvent[] => {
  const barrier = requireBarrier(referral, command.barrierId);
  if (barrier.resolution === command.resolution) return [];
  requireTransition(referral, 'ResolveBarrier');
  if (barrier.resolution === 'resolved') throw refusal('CONTRADICTS_RECORD', 'The barrier was lifted already.');
  requireOrder(command, barrier.since, 'the barrier was identified');
  const type = command.resolution === 'resolved' ? 'BarrierResolved' : 'BarrierUnresolved';
  return [happened(type, command, pick(command, 'barrierId', 'outcome'))];
};

/** The end of a barrier. */
export const resolveBarrierUseCase: UseCase<ResolveBarrier> = {
  name: 'ResolveBarrier',
  command: ResolveBarrier,
  summary: 'Records that a barrier is lifted, or will not be.',
  roles: ['coordinator'],
  creates: false,
  generatedIds: [],
  decide: resolveBarrier,
  possible: requireSomeBarrier,
};
