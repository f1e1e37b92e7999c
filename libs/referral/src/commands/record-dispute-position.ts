import {
  IsId,
  IsList,
  IsText,
  IsValue,
  MayBeAbsent,
  type PartyRef,
  PartyRefValue,
  pick,
  sameParty,
} from '@referral/values';
import { IsIn } from 'class-validator';
import { requireDispute, requireOpenDispute } from '../disputed';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { type DisputePosition, disputePositions } from '../values/dispute';
import { ReferralCommand } from './referral-command';

/** A party to the dispute says what it holds. */
export class RecordDisputePosition extends ReferralCommand {
  @IsId() readonly disputeId!: string;
  @IsValue(() => PartyRefValue) readonly party!: PartyRef;
  @IsIn(disputePositions) readonly position!: DisputePosition;
  @IsText(10_000) readonly rationale!: string;
  @MayBeAbsent() @IsList(50) @IsId({ each: true }) readonly evidenceDocumentIds: readonly string[] = [];
}

/** T39. A party may change its position. */
export const recordDisputePosition = (
  command: RecordDisputePosition,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const dispute = requireDispute(referral, command.disputeId);
  const held = dispute.positions.find(({ party }) => sameParty(party, command.party));
  if (held?.position === command.position) return [];
  requireTransition(referral, 'RecordDisputePosition');
  requireOpenDispute(referral);
  return [
    happened('DisputePositionRecorded', command, {
      ...pick(command, 'disputeId', 'party', 'position', 'rationale', 'evidenceDocumentIds'),
      recordedBy: command.issued.actor.userId,
    }),
  ];
};

/** What a party holds. */
export const recordDisputePositionUseCase: UseCase<RecordDisputePosition> = {
  name: 'RecordDisputePosition',
  command: RecordDisputePosition,
  summary: 'Records the position of a party to a dispute.',
  roles: ['receiving_party', 'referring_party', 'clinical_reviewer', 'auth_specialist'],
  creates: false,
  generatedIds: [],
  decide: recordDisputePosition,
  possible: requireOpenDispute,
};
