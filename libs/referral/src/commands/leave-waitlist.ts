import { requireOrder } from '@referral/eventsourcing';
import {
  IsValue,
  MayBeAbsent,
  type PartyRef,
  PartyRefValue,
  pick,
  type Reason,
  ReasonValue,
  sameParty,
} from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { ReferralCommand } from './referral-command';

/** The patient no longer waits for a free slot. */
export class LeaveWaitlist extends ReferralCommand {
  @IsValue(() => PartyRefValue) readonly destination!: PartyRef;
  @MayBeAbsent() @IsValue(() => ReasonValue) readonly reason?: Reason;
}

/** T39. One who is not on the list has left it. */
export const leaveWaitlist = (command: LeaveWaitlist, referral: RegisteredReferral): readonly ReferralEvent[] => {
  const { waitlist } = referral.facets;
  if (!waitlist || !sameParty(waitlist.destination, command.destination)) return [];
  requireTransition(referral, 'LeaveWaitlist');
  requireOrder(command, waitlist.joinedAt, 'the patient joined the list');
  return [happened('WaitlistLeft', command, pick(command, 'destination', 'reason'))];
};

/** The end of waiting. */
export const leaveWaitlistUseCase: UseCase<LeaveWaitlist> = {
  name: 'LeaveWaitlist',
  command: LeaveWaitlist,
  summary: 'Takes the patient off the waiting list.',
  roles: ['coordinator', 'receiving_party', 'patient_proxy'],
  creates: false,
  generatedIds: [],
  decide: leaveWaitlist,
};
