import { requireOrder } from '@referral/eventsourcing';
import { IsInstant } from '@referral/values';
import type { OpenedAuthorization } from '../authorization';
import type { AuthorizationEvent } from '../events/authorization-event';
import { happened } from '../happened';
import { authorizationTransitions } from '../transitions';
import type { UseCase } from '../use-case';
import { AuthorizationCommand } from './authorization-command';

/** A clinician wants to talk to a clinician of the payer. */
export class RequestPeerToPeer extends AuthorizationCommand {
  /** Until when the payer lets them talk. */
  @IsInstant() readonly windowEndsAt!: string;
}

/** A08. */
export const requestPeerToPeer = (
  command: RequestPeerToPeer,
  { stage, stageSince, peerToPeer, referralId }: OpenedAuthorization,
): readonly AuthorizationEvent[] => {
  const { windowEndsAt } = command;
  if (stage === 'peer_to_peer' && peerToPeer?.windowEndsAt === windowEndsAt) return [];
  authorizationTransitions.require(stage, 'RequestPeerToPeer');
  requireOrder(command, stageSince, 'the payer decided');
  return [happened('PeerToPeerRequested', command, { referralId, windowEndsAt })];
};

/** The request for a talk between clinicians. */
export const requestPeerToPeerUseCase: UseCase<RequestPeerToPeer> = {
  name: 'RequestPeerToPeer',
  command: RequestPeerToPeer,
  summary: 'Asks for a talk between clinicians about what the payer refused.',
  roles: ['auth_specialist', 'clinical_reviewer'],
  creates: false,
  generatedIds: [],
  decide: requestPeerToPeer,
};
