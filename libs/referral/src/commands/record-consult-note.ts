import { requireOrder } from '@referral/eventsourcing';
import { IsBoolean, IsIn } from 'class-validator';
import { instant, IsId, IsInstant, IsValue, MayBeAbsent, type PartyRef, PartyRefValue, pick } from '@referral/values';
import { activeAppointments } from '../appointments';
import type { ReferralEvent } from '../events/referral-event';
import type { AppointmentAttended } from '../events/scheduling';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { reviewOf } from '../late-note';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { consultNoteKinds, noteMatches, type ConsultNoteKind, type NoteMatch } from '../values/vocabulary';
import { ReferralCommand } from './referral-command';

/** The specialist has written. */
export class RecordConsultNote extends ReferralCommand {
  @MayBeAbsent() @IsId() readonly documentId!: string;
  @IsIn(consultNoteKinds) readonly kind!: ConsultNoteKind;
  @IsValue(() => PartyRefValue) readonly author!: PartyRef;
  @IsInstant() readonly authoredAt!: string;
  @MayBeAbsent() @IsBoolean() readonly answersClinicalQuestion?: boolean;
  @IsIn(noteMatches) readonly matchedBy!: NoteMatch;
  @MayBeAbsent() @IsId() readonly replacesDocumentId?: string;
}

/** A final report proves a visit that nobody recorded: of the booked ones that had begun, the last. */
const provenAttendance = (command: RecordConsultNote, referral: RegisteredReferral): readonly AppointmentAttended[] => {
  const { appointments } = referral.facets;
  const seen = appointments.some((visit) => visit.status === 'attended' && visit.cycle === referral.cycle);
  if (command.kind !== 'final' || referral.stage === 'visit_completed' || seen) return [];
  const visit = activeAppointments(appointments)
    .filter(({ start }) => instant(start) <= instant(command.authoredAt))
    .reduce<{ appointmentId: string; start: string } | null>(
      (last, next) => (last && instant(last.start) > instant(next.start) ? last : next),
      null,
    );
  const which = visit ? { appointmentId: visit.appointmentId } : {};
  return [happened('AppointmentAttended', command, { ...which, evidence: 'report' })];
};

/** Only a closed loop takes additions to its report. */
const requireLoop = (referral: RegisteredReferral): void => {
  if (referral.stage === 'closed' && referral.closureOutcome !== 'loop_closed')
    throw refusal('REFERRAL_TERMINAL', 'A late report reopens the referral first.', { from: referral.stage });
};

/** T21 interim, T22 and T29 final, T35 corrected, T36 to a closed loop, which someone then reviews; T39 for an addendum to a report that is not acknowledged yet. */
export const recordConsultNote = (
  command: RecordConsultNote,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const known = referral.facets.consultNotes.find((note) => note.documentId === command.documentId);
  const rejected = referral.facets.rejectedNotes.includes(command.documentId);
  if (known?.kind === command.kind && !rejected) return [];
  if (known)
    throw refusal('CONTRADICTS_RECORD', `This document is on the record as ${rejected ? 'rejected' : known.kind}.`);
  requireTransition(referral, 'RecordConsultNote', command.kind);
  requireLoop(referral);
  if (command.kind === 'final') {
    if (instant(command.authoredAt) < instant(referral.registration.receivedAt))
      throw refusal('REPORT_PREDATES_REFERRAL', 'The report was written before the referral was registered.');
    requireOrder(command, referral.stageSince, `it was ${referral.stage}`);
  }
  const noted = happened('ConsultNoteReceived', command, {
    ...pick(command, 'documentId', 'kind', 'author', 'authoredAt', 'answersClinicalQuestion', 'matchedBy'),
    ...pick(command, 'replacesDocumentId'),
  });
  const review = referral.stage === 'closed' ? [reviewOf(command.documentId, command, referral)] : [];
  return [...provenAttendance(command, referral), noted, ...review];
};

/** Filing what the specialist wrote. */
export const recordConsultNoteUseCase: UseCase<RecordConsultNote> = {
  name: 'RecordConsultNote',
  command: RecordConsultNote,
  summary: "Files the specialist's note; a final one is the report.",
  roles: ['integration', 'intake', 'receiving_party'],
  creates: false,
  generatedIds: ['documentId'],
  decide: recordConsultNote,
  possible: requireLoop,
};
