import { IsId } from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { ReferralCommand } from './referral-command';

/** Nobody needs to stand in any more. */
export class EndCover extends ReferralCommand {
  @IsId() readonly coveringId!: string;
}

/** T39. One who does not stand in has ended it. */
export const endCover = (command: EndCover, referral: RegisteredReferral): readonly ReferralEvent[] => {
  const { cover } = referral.facets;
  if (cover?.coveringId !== command.coveringId) return [];
  requireTransition(referral, 'EndCover');
  const { coveringId, coveredId } = cover;
  return [happened('ReferralCoverageEnded', command, { coveringId, coveredId })];
};

/** The end of standing in. */
export const endCoverUseCase: UseCase<EndCover> = {
  name: 'EndCover',
  command: EndCover,
  summary: 'Ends the standing in for the coordinator.',
  roles: ['lead', 'system'],
  creates: false,
  generatedIds: [],
  decide: endCover,
};
