import { requireOrder } from '@referral/eventsourcing';
import { IsInt, Min } from 'class-validator';
import { type Approval, ApprovalValue, IsId, IsValue, MayBeAbsent, pick, type Role } from '@referral/values';
import { actsOnlyAs } from '../authorize';
import { unmet } from '../completeness';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import { requireSecondPerson } from '../second-person';
import type { UseCase } from '../use-case';
import { ReferralCommand } from './referral-command';

/** Someone begins to review the referral; a coordinator does so under a protocol. */
export class StartTriage extends ReferralCommand {
  @IsId() readonly reviewerId!: string;
  @MayBeAbsent() @IsId() readonly protocolId?: string;
  @MayBeAbsent() @IsInt() @Min(1) readonly protocolVersion?: number;
  @MayBeAbsent() @IsValue(() => ApprovalValue) readonly override?: Approval;
}

const permitted: readonly Role[] = ['clinical_reviewer', 'coordinator'];

const requireComplete = ({ facets }: RegisteredReferral, at?: string): void => {
  const missing = unmet(facets.completeness, at);
  if (missing.length === 0) return;
  throw refusal('INCOMPLETE_REFERRAL', 'Items are missing; triage needs them, or an approved override.', { missing });
};

/** T06. */
export const startTriage = (command: StartTriage, referral: RegisteredReferral): readonly ReferralEvent[] => {
  if (referral.stage === 'in_triage' && referral.facets.triage?.reviewerId === command.reviewerId) return [];
  if (actsOnlyAs(command.issued.actor, permitted, ['coordinator']) && command.protocolId === undefined)
    throw refusal('ROLE_NOT_PERMITTED', 'A coordinator starts triage under a protocol only.', { permitted });
  requireTransition(referral, 'StartTriage');
  requireOrder(command, referral.stageSince, `it was ${referral.stage}`);
  if (command.override) requireSecondPerson(command, command.override, referral);
  else requireComplete(referral, command.occurredAt);
  return [happened('TriageStarted', command, pick(command, 'reviewerId', 'protocolId', 'protocolVersion', 'override'))];
};

/** The beginning of triage. */
export const startTriageUseCase: UseCase<StartTriage> = {
  name: 'StartTriage',
  command: StartTriage,
  summary: 'Starts the review of a complete referral, or of an incomplete one with an approved override.',
  roles: permitted,
  creates: false,
  generatedIds: [],
  decide: startTriage,
  possible: (referral) => requireComplete(referral),
};
