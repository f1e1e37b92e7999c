import { IsId, IsInstant, IsListOf, type PartyRef, PartyRefValue, pick } from '@referral/values';
import { requireDispute, requireOpenDispute } from '../disputed';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { ReferralCommand } from './referral-command';

/** The parties to a dispute will talk. */
export class ScheduleDisputeConference extends ReferralCommand {
  @IsId() readonly disputeId!: string;
  @IsInstant() readonly at!: string;
  @IsListOf(() => PartyRefValue, 20, 2) readonly participants!: readonly PartyRef[];
}

/** T39. The conference can be moved. */
export const scheduleDisputeConference = (
  command: ScheduleDisputeConference,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const { conference } = requireDispute(referral, command.disputeId);
  if (conference?.at === command.at && conference.participants.length === command.participants.length) return [];
  requireTransition(referral, 'ScheduleDisputeConference');
  requireOpenDispute(referral);
  return [happened('DisputeConferenceScheduled', command, pick(command, 'disputeId', 'at', 'participants'))];
};

/** A talk between the parties. */
export const scheduleDisputeConferenceUseCase: UseCase<ScheduleDisputeConference> = {
  name: 'ScheduleDisputeConference',
  command: ScheduleDisputeConference,
  summary: 'Schedules the talk between the parties to a dispute.',
  roles: ['coordinator'],
  creates: false,
  generatedIds: [],
  decide: scheduleDisputeConference,
  possible: requireOpenDispute,
};
