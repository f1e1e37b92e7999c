import { requireOrder } from '@referral/eventsourcing';
import { IsIn } from 'class-validator';
import { hoursBetween, instant, IsValue, MayBeAbsent, pick, type Reason, ReasonValue } from '@referral/values';
import { coordinationPolicy } from '../coordination-policies';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import { requireReason } from '../reasons';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import { reopenableStages, type ReopenableStage } from '../stages';
import type { UseCase } from '../use-case';
import { endOfValidity } from '../validity';
import { ReferralCommand } from './referral-command';

/** Work on a finished referral begins anew, in a stage that it has reached before. */
export class ReopenReferral extends ReferralCommand {
  @IsIn(reopenableStages) readonly toStage!: ReopenableStage;
  @MayBeAbsent() @IsValue(() => ReasonValue) readonly reason?: Reason;
}

const hasReached = (stage: ReopenableStage, { facets }: RegisteredReferral): boolean => {
  switch (stage) {
    case 'received':
      return true;
    case 'accepted':
      return facets.acceptance !== null;
    case 'visit_completed':
      return facets.report !== null || facets.appointments.some(({ status }) => status === 'attended');
    case 'report_received':
      return facets.report !== null;
  }
};

/** A withdrawn referral is reopened for a while; an expired one after its validity was extended (T32). */
const requireReopenable = (command: ReopenReferral, referral: RegisteredReferral): void => {
  const { reopenCancelledDays } = coordinationPolicy;
  if (
    referral.stage === 'cancelled' &&
    hoursBetween(referral.stageSince, command.occurredAt) > reopenCancelledDays * 24
  )
    throw refusal('REFERRAL_TERMINAL', `It was cancelled more than ${reopenCancelledDays} days ago.`);
  const end = endOfValidity(referral.registration.validity);
  if (referral.stage === 'expired' && end !== null && end < instant(command.occurredAt))
    throw refusal('OUTSIDE_VALIDITY', 'Its validity is extended before it is reopened.');
};

/** T32 and T33. */
export const reopenReferral = (command: ReopenReferral, referral: RegisteredReferral): readonly ReferralEvent[] => {
  if (referral.cycle > 1 && referral.stage === command.toStage) return [];
  requireTransition(referral, 'ReopenReferral');
  const reason = requireReason('reopen', command.reason);
  if (!hasReached(command.toStage, referral)) {
    const allowed = reopenableStages.filter((stage) => hasReached(stage, referral));
    const details = {
      from: referral.stage,
      command: 'ReopenReferral',
      toStage: command.toStage,
      allowedStages: allowed,
    };
    throw refusal('ILLEGAL_TRANSITION', 'A referral is reopened into a stage that it has reached before.', details);
  }
  requireReopenable(command, referral);
  requireOrder(command, referral.stageSince, `it was ${referral.stage}`);
  return [happened('ReferralReopened', command, { ...pick(command, 'toStage'), reason, cycle: referral.cycle + 1 })];
};

/** A new cycle of a referral. */
export const reopenReferralUseCase: UseCase<ReopenReferral> = {
  name: 'ReopenReferral',
  command: ReopenReferral,
  summary: 'Reopens a finished referral into a stage that it has reached, with a comment.',
  roles: ['lead'],
  creates: false,
  generatedIds: [],
  decide: reopenReferral,
};
