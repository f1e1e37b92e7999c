import { IsId, MayBeAbsent, pick } from '@referral/values';
import { requireBarrier, requireSomeBarrier } from '../barriers';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { ReferralCommand } from './referral-command';

/** A service is brought in that can lift a barrier. */
export class ConnectResource extends ReferralCommand {
  @IsId() readonly barrierId!: string;
  @IsId() readonly directoryEntryId!: string;
  @MayBeAbsent() @IsId() readonly communityReferralId?: string;
  @MayBeAbsent() @IsId() readonly consentId?: string;
}

/** T39. */
export const connectResource = (command: ConnectResource, referral: RegisteredReferral): readonly ReferralEvent[] => {
  const barrier = requireBarrier(referral, command.barrierId);
  if (barrier.resources.includes(command.directoryEntryId)) return [];
  requireTransition(referral, 'ConnectResource');
  return [
    happened(
      'BarrierResourceConnected',
      command,
      pick(command, 'barrierId', 'directoryEntryId', 'communityReferralId', 'consentId'),
    ),
  ];
};

/** Help with a barrier. */
export const connectResourceUseCase: UseCase<ConnectResource> = {
  name: 'ConnectResource',
  command: ConnectResource,
  summary: 'Connects the patient with a service that can lift a barrier.',
  roles: ['coordinator'],
  creates: false,
  generatedIds: [],
  decide: connectResource,
  possible: requireSomeBarrier,
};
