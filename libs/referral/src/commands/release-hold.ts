import { requireOrder } from '@referral/eventsourcing';
import { IsId, pick } from '@referral/values';
import { openHolds } from '../coordination-facets';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { ReferralCommand } from './referral-command';

/** Work goes on. `occurredAt` is from when. */
export class ReleaseHold extends ReferralCommand {
  @IsId() readonly holdId!: string;
  @IsId() readonly releasedBy!: string;
}

const requireSomeHold = ({ facets }: RegisteredReferral): void => {
  if (openHolds(facets).length === 0) throw refusal('HOLD_NOT_FOUND', 'No hold is open.');
};

/** T39. */
export const releaseHold = (command: ReleaseHold, referral: RegisteredReferral): readonly ReferralEvent[] => {
  const hold = referral.facets.holds.find(({ holdId }) => holdId === command.holdId);
  if (hold && hold.endedAt !== null) return [];
  requireTransition(referral, 'ReleaseHold');
  if (!hold) throw refusal('HOLD_NOT_FOUND');
  requireOrder(command, hold.since, 'the hold was placed');
  return [happened('HoldReleased', command, pick(command, 'holdId', 'releasedBy'))];
};

/** The end of a rest. */
export const releaseHoldUseCase: UseCase<ReleaseHold> = {
  name: 'ReleaseHold',
  command: ReleaseHold,
  summary: 'Releases a hold; the clocks that it paused run on.',
  roles: ['coordinator', 'lead', 'clinical_reviewer', 'system'],
  creates: false,
  generatedIds: [],
  decide: releaseHold,
  possible: requireSomeHold,
};
