import { IsId, IsValue, MayBeAbsent, pick, type Reason, ReasonValue } from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import type { UseCase } from '../use-case';
import { requireBooked, requireSomeActive } from '../visits';
import { ReferralCommand } from './referral-command';

/** The provider is asked for an earlier time than the booked one. */
export class RequestEarlierAppointment extends ReferralCommand {
  @IsId() readonly appointmentId!: string;
  @IsValue(() => ReasonValue) readonly justification!: Reason;
  /** The clinician who is called. */
  @MayBeAbsent() @IsId() readonly peerCallTo?: string;
}

/** T39. The same visit is asked to be earlier once for each reason. */
export const requestEarlierAppointment = (
  command: RequestEarlierAppointment,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const asked = referral.facets.earlierRequests.some(
    ({ appointmentId, reasonCode }) =>
      appointmentId === command.appointmentId && reasonCode === command.justification.code,
  );
  if (asked) return [];
  requireBooked(referral, 'RequestEarlierAppointment', command.appointmentId);
  return [
    happened('EarlierAppointmentRequested', command, pick(command, 'appointmentId', 'justification', 'peerCallTo')),
  ];
};

/** Asking for an earlier time. */
export const requestEarlierAppointmentUseCase: UseCase<RequestEarlierAppointment> = {
  name: 'RequestEarlierAppointment',
  command: RequestEarlierAppointment,
  summary: 'Asks the provider for an earlier time than the booked one.',
  roles: ['coordinator'],
  creates: false,
  generatedIds: [],
  decide: requestEarlierAppointment,
  possible: requireSomeActive,
};
