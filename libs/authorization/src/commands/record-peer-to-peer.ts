import { requireOrder } from '@referral/eventsourcing';
import { IsIn } from 'class-validator';
import type { OpenedAuthorization } from '../authorization';
import type { AuthorizationEvent } from '../events/authorization-event';
import { happened } from '../happened';
import { authorizationTransitions } from '../transitions';
import type { UseCase } from '../use-case';
import { type PeerToPeerOutcome, peerToPeerOutcomes } from '../vocabulary';
import { AuthorizationCommand } from './authorization-command';

/** The clinicians have talked, or the payer says what came of their talk. */
export class RecordPeerToPeer extends AuthorizationCommand {
  @IsIn(peerToPeerOutcomes) readonly outcome!: PeerToPeerOutcome;
}

const isKnown = ({ outcome }: RecordPeerToPeer, { stage, peerToPeer }: OpenedAuthorization): boolean =>
  typeof peerToPeer?.heldAt === 'string' && stage === (outcome === 'pending' ? 'peer_to_peer' : outcome);

/** A09. `at` stays that of the talk when the payer tells the outcome later. */
export const recordPeerToPeer = (
  command: RecordPeerToPeer,
  authorization: OpenedAuthorization,
): readonly AuthorizationEvent[] => {
  const { stage, stageSince, peerToPeer, referralId } = authorization;
  if (isKnown(command, authorization)) return [];
  authorizationTransitions.require(stage, 'RecordPeerToPeer');
  requireOrder(command, stageSince, 'it was asked for');
  return [
    happened('PeerToPeerHeld', command, {
      referralId,
      windowEndsAt: peerToPeer?.windowEndsAt ?? stageSince,
      at: peerToPeer?.heldAt ?? command.occurredAt,
      outcome: command.outcome,
    }),
  ];
};

/** The talk between clinicians. */
export const recordPeerToPeerUseCase: UseCase<RecordPeerToPeer> = {
  name: 'RecordPeerToPeer',
  command: RecordPeerToPeer,
  summary: 'Records that the clinicians talked, and what came of it.',
  roles: ['auth_specialist', 'clinical_reviewer'],
  creates: false,
  generatedIds: [],
  decide: recordPeerToPeer,
};
