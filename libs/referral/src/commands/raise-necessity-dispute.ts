import { IsId, IsText, IsValue, MayBeAbsent, type PartyRef, PartyRefValue, pick } from '@referral/values';
import { IsIn } from 'class-validator';
import { requireNoDispute } from '../disputed';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { type DisputeSubject, disputeSubjects } from '../values/dispute';
import { ReferralCommand } from './referral-command';

/** Someone doubts that the referral, its urgency or its destination is right. */
export class RaiseNecessityDispute extends ReferralCommand {
  @MayBeAbsent() @IsId() readonly disputeId!: string;
  @IsValue(() => PartyRefValue) readonly raisedBy!: PartyRef;
  @IsIn(disputeSubjects) readonly against!: DisputeSubject;
  @IsText(10_000) readonly grounds!: string;
}

/** T39. One dispute at a time. */
export const raiseNecessityDispute = (
  command: RaiseNecessityDispute,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const { dispute } = referral.facets;
  if (dispute?.disputeId === command.disputeId && dispute.against === command.against) return [];
  requireTransition(referral, 'RaiseNecessityDispute');
  requireNoDispute(referral);
  return [
    happened('NecessityDisputeRaised', command, {
      ...pick(command, 'disputeId', 'raisedBy', 'against', 'grounds'),
      recordedBy: command.issued.actor.userId,
    }),
  ];
};

/** A doubt about the referral. */
export const raiseNecessityDisputeUseCase: UseCase<RaiseNecessityDispute> = {
  name: 'RaiseNecessityDispute',
  command: RaiseNecessityDispute,
  summary: 'Raises a dispute about necessity, urgency or destination; it blocks booking until it is resolved.',
  roles: ['receiving_party', 'clinical_reviewer', 'auth_specialist'],
  creates: false,
  generatedIds: ['disputeId'],
  decide: raiseNecessityDispute,
  possible: requireNoDispute,
};
