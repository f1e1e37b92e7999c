import { IsValue, pick, type Reason, ReasonValue } from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { ReferralCommand } from './referral-command';

/** The coordinator gives the referral back to the team. */
export class ReleaseReferral extends ReferralCommand {
  @IsValue(() => ReasonValue) readonly reason!: Reason;
}

/** T39. What nobody has is released. */
export const releaseReferral = (command: ReleaseReferral, referral: RegisteredReferral): readonly ReferralEvent[] => {
  const { coordinatorId } = referral.facets.assignment;
  if (coordinatorId === null) return [];
  requireTransition(referral, 'ReleaseReferral');
  return [happened('ReferralReleased', command, { coordinatorId, ...pick(command, 'reason') })];
};

/** Giving a referral back. */
export const releaseReferralUseCase: UseCase<ReleaseReferral> = {
  name: 'ReleaseReferral',
  command: ReleaseReferral,
  summary: 'Gives the referral back to its team.',
  roles: ['coordinator', 'lead'],
  creates: false,
  generatedIds: [],
  decide: releaseReferral,
};
