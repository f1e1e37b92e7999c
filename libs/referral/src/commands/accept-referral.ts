import { type Actor, requireOrder } from '@referral/eventsourcing';
import { IsInt, Max, Min } from 'class-validator';
import {
  type Coding,
  CodingValue,
  IsList,
  IsText,
  IsValue,
  MayBeAbsent,
  type PartyRef,
  PartyRefValue,
  pick,
  type Role,
  sameCoding,
  sameParty,
} from '@referral/values';
import { actsOnlyAs, type Grounds, groundsOf } from '../authorize';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { ReferralCommand } from './referral-command';

/** The receiving side takes the referral; a coordinator says so under the protocol of the triage. */
export class AcceptReferral extends ReferralCommand {
  @IsValue(() => PartyRefValue) readonly acceptedBy!: PartyRef;
  @IsValue(() => PartyRefValue) readonly destination!: PartyRef;
  @IsValue(() => CodingValue) readonly service!: Coding;
  @MayBeAbsent() @IsList(20) @IsText(500, { each: true }) readonly conditions?: readonly string[];
  /** Appropriateness from 1 (hardly ever right) to 9 (nearly always right). */
  @MayBeAbsent() @IsInt() @Min(1) @Max(9) readonly appropriatenessScore?: number;
}

const permitted: readonly Role[] = ['clinical_reviewer', 'receiving_party', 'coordinator'];

const requireActor = (actor: Actor, { underProtocol }: Grounds): void => {
  if (actsOnlyAs(actor, permitted, ['coordinator']) && !underProtocol)
    throw refusal('ROLE_NOT_PERMITTED', 'A coordinator accepts under the protocol of the triage only.', { permitted });
};

const requireUrgency = ({ facets }: RegisteredReferral): void => {
  if (facets.urgency.assigned === null) throw refusal('URGENCY_REQUIRED');
};

/** T08. */
export const acceptReferral = (command: AcceptReferral, referral: RegisteredReferral): readonly ReferralEvent[] => {
  const { acceptance } = referral.facets;
  if (referral.stage === 'accepted' && acceptance !== null)
    if (sameParty(acceptance.destination, command.destination) && sameCoding(acceptance.service, command.service))
      return [];
  requireTransition(referral, 'AcceptReferral');
  requireActor(command.issued.actor, groundsOf(referral));
  requireUrgency(referral);
  requireOrder(command, referral.stageSince, 'triage started');
  return [
    happened(
      'ReferralAccepted',
      command,
      pick(command, 'acceptedBy', 'destination', 'service', 'conditions', 'appropriatenessScore'),
    ),
  ];
};

/** The acceptance of a referral. */
export const acceptReferralUseCase: UseCase<AcceptReferral> = {
  name: 'AcceptReferral',
  command: AcceptReferral,
  summary: 'Accepts the referral for a destination and a service.',
  roles: permitted,
  creates: false,
  generatedIds: [],
  decide: acceptReferral,
  possible: requireUrgency,
  requireActor,
};
