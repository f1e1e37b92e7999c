import { requireOrder } from '@referral/eventsourcing';
import { IsBoolean, IsIn, IsTimeZone } from 'class-validator';
import {
  type Identifier,
  IdentifierValue,
  instant,
  IsAfter,
  IsId,
  IsInstant,
  IsListOf,
  IsText,
  IsValue,
  MayBeAbsent,
  type PartyRef,
  PartyRefValue,
  pick,
  sameParty,
} from '@referral/values';
import type { Appointment } from '../appointments';
import { dateGates, requireOpen, restGates, standingGates, undatedGates, visitGates } from '../booking-gates';
import type { ClosedGate } from '../closed-gate';
import { destinationGates } from '../coverage-gates';
import { requireNoDispute } from '../disputed';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import { requireSecondPerson } from '../second-person';
import type { UseCase } from '../use-case';
import { type GateOverride, GateOverrideValue } from '../values/gate-override';
import { visitModes, visitTypes, type VisitMode, type VisitType } from '../values/vocabulary';
import { findAppointment, requireNoOverlap } from '../visits';
import { ReferralCommand } from './referral-command';

/** A visit is booked. Gates that are closed are passed with an approved override only. */
export class ScheduleAppointment extends ReferralCommand {
  @MayBeAbsent() @IsId() readonly appointmentId!: string;
  @IsValue(() => PartyRefValue) readonly destination!: PartyRef;
  @IsInstant() readonly start!: string;
  @IsInstant() @IsAfter('start') readonly end!: string;
  @IsTimeZone() readonly timeZone!: string;
  @IsIn(visitModes) readonly mode!: VisitMode;
  @IsIn(visitTypes) readonly visitType!: VisitType;
  @MayBeAbsent() @IsId() readonly authorizationId?: string;
  @MayBeAbsent() @IsId() readonly eligibilityEventId?: string;
  @IsId() readonly bookedBy!: string;
  @MayBeAbsent() @IsListOf(() => IdentifierValue, 20) readonly externalIds: readonly Identifier[] = [];
  @MayBeAbsent() @IsText(4000) readonly preparation?: string;
  @IsBoolean() readonly interpreterNeeded!: boolean;
  @MayBeAbsent() @IsListOf(() => GateOverrideValue, 10) readonly overrides?: readonly GateOverride[];
}

const isTheSame = (command: ScheduleAppointment, known: Appointment): boolean =>
  known.status !== 'cancelled' &&
  known.status !== 'released' &&
  instant(known.start) === instant(command.start) &&
  instant(known.end) === instant(command.end) &&
  sameParty(known.destination, command.destination);

/** I17: an interpreter is arranged or declined, or the booking asks for one. */
const interpreterGate = (command: ScheduleAppointment, { facets }: RegisteredReferral): readonly ClosedGate[] =>
  facets.interpreter === 'needed' && !command.interpreterNeeded
    ? [{ gate: 'interpreter', sentence: 'The patient needs an interpreter and the booking asks for none.' }]
    : [];

const requireGates = (command: ScheduleAppointment, referral: RegisteredReferral): void => {
  for (const override of command.overrides ?? []) requireSecondPerson(command, override, referral);
  const closedGates = [
    ...standingGates(referral, command.authorizationId),
    ...destinationGates(referral, command.destination.id),
    ...dateGates(referral, command, command.occurredAt),
    ...interpreterGate(command, referral),
    ...visitGates(referral),
    ...restGates(referral),
  ];
  requireOpen(closedGates, command.overrides);
};

/** T13, T18, T20, and T42 for a further visit. */
export const scheduleAppointment = (
  command: ScheduleAppointment,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const known = findAppointment(referral, command.appointmentId);
  if (known && isTheSame(command, known)) return [];
  if (known)
    throw refusal('CONTRADICTS_RECORD', 'This appointment id stands for another visit; a new one has its own.');
  requireTransition(referral, 'ScheduleAppointment');
  requireNoDispute(referral);
  requireNoOverlap(referral, command);
  requireGates(command, referral);
  requireOrder(command, referral.stageSince, `it was ${referral.stage}`);
  return [
    happened('AppointmentScheduled', command, {
      ...pick(command, 'appointmentId', 'destination', 'start', 'end', 'timeZone', 'mode', 'visitType'),
      ...pick(command, 'authorizationId', 'eligibilityEventId', 'bookedBy', 'externalIds', 'preparation'),
      ...pick(command, 'interpreterNeeded', 'overrides'),
    }),
  ];
};

/** Booking a visit. */
export const scheduleAppointmentUseCase: UseCase<ScheduleAppointment> = {
  name: 'ScheduleAppointment',
  command: ScheduleAppointment,
  summary: 'Books a visit once eligibility, authorization and validity allow it, or with approved overrides.',
  roles: ['coordinator', 'receiving_party', 'patient_proxy'],
  creates: false,
  generatedIds: ['appointmentId'],
  decide: scheduleAppointment,
  possible: (referral) => {
    requireNoDispute(referral);
    requireOpen(undatedGates(referral));
  },
};
