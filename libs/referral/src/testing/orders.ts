import { pick } from '@referral/values';
import { AcceptReferral } from '../commands/accept-referral';
import { AcknowledgeReport } from '../commands/acknowledge-report';
import { AddNote } from '../commands/add-note';
import { CancelAppointment } from '../commands/cancel-appointment';
import { CloseReferral } from '../commands/close-referral';
import { DeclineReferral } from '../commands/decline-referral';
import { ForwardReportToReferrer } from '../commands/forward-report-to-referrer';
import { ReceiveReferral } from '../commands/receive-referral';
import { RecordAttendance } from '../commands/record-attendance';
import { RecordConsultNote } from '../commands/record-consult-note';
import { RecordInformationReceived } from '../commands/record-information-received';
import { RecordNoShow } from '../commands/record-no-show';
import { ReopenReferral } from '../commands/reopen-referral';
import { RequestMissingInformation } from '../commands/request-missing-information';
import { RescheduleAppointment } from '../commands/reschedule-appointment';
import { ScheduleAppointment } from '../commands/schedule-appointment';
import { SetUrgency } from '../commands/set-urgency';
import { StartTriage } from '../commands/start-triage';
import { VerifyEligibility } from '../commands/verify-eligibility';
import * as facts from './facts';
import { order } from './order';
import { lead } from './parties';

export * from './coordination/contact-orders';
export * from './coordination/desk-orders';
export * from './order';

const { clockStartAt, ...registered } = facts.received.data;
export const receive = order(ReceiveReferral, clockStartAt, {
  ...registered,
  clinicalQuestion: 'Palpitations on exertion: is further work-up needed?',
  diagnoses: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'R00.2' }],
});
export const requestInformation = order(RequestMissingInformation, '2026-03-02T09:30:00-05:00', {
  ...pick(facts.informationRequested.data, 'requestId', 'items', 'askedOf', 'channel', 'dueAt', 'blocksTriage'),
});
export const informationIn = order(
  RecordInformationReceived,
  '2026-03-02T09:45:00-05:00',
  facts.informationReceived.data,
);
export const startTriage = order(StartTriage, '2026-03-02T10:00:00-05:00', facts.triageStarted.data);
export const setUrgency = order(SetUrgency, '2026-03-02T10:05:00-05:00', {
  ...pick(facts.urgencyAssigned.data, 'to', 'basis', 'reason'),
});
export const accept = order(AcceptReferral, '2026-03-02T10:30:00-05:00', facts.accepted.data);
export const decline = order(DeclineReferral, '2026-03-02T10:30:00-05:00', {
  by: facts.declined.data.by,
  reason: facts.declined.data.reason,
  notifiedReferrer: true,
});
export const verify = order(VerifyEligibility, '2026-03-02T11:00:00-05:00', facts.eligible.data);
export const schedule = order(ScheduleAppointment, '2026-03-03T09:00:00-05:00', facts.scheduled.data);
export const reschedule = order(RescheduleAppointment, '2026-03-04T09:00:00-05:00', {
  appointmentId: 'appointment-1',
  to: facts.rescheduled.data.to,
  initiatedBy: 'patient',
  reason: { code: 'other_engagement' },
});
export const cancel = order(CancelAppointment, '2026-03-05T10:00:00-05:00', {
  appointmentId: 'appointment-1',
  initiatedBy: 'patient',
  reason: { code: 'patient_unwell' },
});
export const attend = order(RecordAttendance, '2026-03-16T10:00:00-04:00', facts.attended.data);
export const noShow = order(RecordNoShow, '2026-03-16T11:00:00-04:00', {
  appointmentId: 'appointment-1',
  contactedSameDay: true,
});
export const report = order(RecordConsultNote, '2026-03-18T12:00:00-04:00', facts.reported.data);
export const forward = order(ForwardReportToReferrer, '2026-03-18T13:00:00-04:00', facts.forwarded.data);
export const acknowledge = order(AcknowledgeReport, '2026-03-19T09:00:00-04:00', facts.acknowledged.data);
export const close = order(CloseReferral, '2026-03-19T10:00:00-04:00', facts.closed.data);
export const reopen = order(
  ReopenReferral,
  '2026-03-20T09:00:00-04:00',
  { toStage: 'report_received', reason: { code: 'closed_in_error', comment: 'A follow-up was overlooked' } },
  lead,
);
export const addNote = order(AddNote, '2026-03-02T09:10:00-05:00', {
  noteId: 'note-1',
  text: 'Prefers mornings.',
  visibility: 'team',
});
