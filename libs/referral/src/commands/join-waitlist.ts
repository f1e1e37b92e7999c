import { IsCalendarDate, IsValue, MayBeAbsent, type PartyRef, PartyRefValue, pick, sameParty } from '@referral/values';
import { IsInt, Max, Min } from 'class-validator';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { ReferralCommand } from './referral-command';

/** The patient waits for a free slot. */
export class JoinWaitlist extends ReferralCommand {
  @IsValue(() => PartyRefValue) readonly destination!: PartyRef;
  @MayBeAbsent() @IsInt() @Min(1) @Max(100_000) readonly position?: number;
  /** The patient does not come before. */
  @MayBeAbsent() @IsCalendarDate() readonly earliest?: string;
}

/** T39. */
export const joinWaitlist = (command: JoinWaitlist, referral: RegisteredReferral): readonly ReferralEvent[] => {
  const { waitlist } = referral.facets;
  if (waitlist && sameParty(waitlist.destination, command.destination)) return [];
  requireTransition(referral, 'JoinWaitlist');
  if (waitlist) throw refusal('CONTRADICTS_RECORD', 'The patient waits elsewhere and leaves that list first.');
  return [happened('WaitlistJoined', command, pick(command, 'destination', 'position', 'earliest'))];
};

/** A place on a waiting list. */
export const joinWaitlistUseCase: UseCase<JoinWaitlist> = {
  name: 'JoinWaitlist',
  command: JoinWaitlist,
  summary: 'Puts the patient on the waiting list of a destination.',
  roles: ['coordinator', 'receiving_party'],
  creates: false,
  generatedIds: [],
  decide: joinWaitlist,
};
