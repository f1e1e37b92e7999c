import { requireOrder } from '@referral/eventsourcing';
import { IsBoolean, IsIn } from 'class-validator';
import {
  hoursBetween,
  IsId,
  instant,
  IsValue,
  MayBeAbsent,
  type PartyRef,
  PartyRefValue,
  pick,
  type Reason,
  ReasonValue,
  sameParty,
  urgencyRank,
} from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import { referralPolicy } from '../policies';
import { requireReason } from '../reasons';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { redirectModes, type RedirectMode } from '../values/content-vocabulary';
import { ReferralCommand } from './referral-command';

/** The referral goes elsewhere: as itself, or as a new referral that was registered before. */
export class RedirectReferral extends ReferralCommand {
  /** Where it was bound, when nobody has accepted it; known otherwise. */
  @MayBeAbsent() @IsValue(() => PartyRefValue) readonly from?: PartyRef;
  @IsValue(() => PartyRefValue) readonly to!: PartyRef;
  @IsIn(redirectModes) readonly mode!: RedirectMode;
  @MayBeAbsent() @IsId() readonly successorId?: string;
  @MayBeAbsent() @IsValue(() => ReasonValue) readonly reason?: Reason;
  @IsBoolean() readonly patientInformed!: boolean;
}

const isDone = ({ mode, to, successorId }: RedirectReferral, referral: RegisteredReferral): boolean => {
  if (mode === 'new_referral') return referral.stage === 'superseded' && referral.successorId === successorId;
  const { redirection, acceptance } = referral.facets;
  return redirection !== null && acceptance === null && sameParty(redirection.to, to);
};

const boundFor = ({ from }: RedirectReferral, { facets }: RegisteredReferral): PartyRef | undefined =>
  facets.acceptance?.destination ?? facets.redirection?.to ?? from;

/** I52: whoever has declined is asked again after some days, or when something has changed since; care that is urgent does not wait. */
const requireChange = (command: RedirectReferral, referral: RegisteredReferral): void => {
  if (referral.stage !== 'declined' || !sameParty(referral.by, command.to)) return;
  const { urgency, changedAt } = referral.facets;
  if (urgencyRank(urgency.assigned ?? urgency.claimed) <= urgencyRank('urgent')) return;
  const hours = hoursBetween(referral.stageSince, command.occurredAt);
  const changed = changedAt !== null && instant(changedAt) >= instant(referral.stageSince);
  if (!changed && hours < referralPolicy.repeatAfterDeclineDays * 24) throw refusal('REPEAT_WITHOUT_CHANGE');
};

/** T10 with a successor, T11 as the same order. */
export const redirectReferral = (command: RedirectReferral, referral: RegisteredReferral): readonly ReferralEvent[] => {
  if (isDone(command, referral)) return [];
  requireTransition(referral, 'RedirectReferral', command.mode);
  const reason = requireReason('redirect', command.reason);
  const { mode, to, successorId } = command;
  if (mode === 'new_referral' && successorId === undefined) throw refusal('SUCCESSOR_REQUIRED');
  const from = boundFor(command, referral);
  if (mode === 'same_order_new_destination' && from && sameParty(from, to))
    throw refusal('CONTRADICTS_RECORD', 'The referral is bound for this destination already.');
  requireChange(command, referral);
  requireOrder(command, referral.stageSince, `it was ${referral.stage}`);
  return [
    happened('ReferralRedirected', command, {
      ...(from ? { from } : {}),
      ...pick(command, 'to', 'mode', 'patientInformed'),
      ...(mode === 'new_referral' ? pick(command, 'successorId') : {}),
      reason,
    }),
  ];
};

/** Sending a referral elsewhere. */
export const redirectReferralUseCase: UseCase<RedirectReferral> = {
  name: 'RedirectReferral',
  command: RedirectReferral,
  summary: 'Sends the referral to another destination, as itself or as the referral that succeeds it.',
  roles: ['clinical_reviewer', 'coordinator', 'lead'],
  creates: false,
  generatedIds: [],
  decide: redirectReferral,
};
