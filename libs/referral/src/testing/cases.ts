import { of, type Case } from './case';
import { contentCases } from './cases/content';
import { coverageCases } from './cases/coverage';
import { documentsCases } from './cases/documents';
import { redirectionCases } from './cases/redirection';
import { requirementsCases } from './cases/requirements';
import { coordinationCases } from './coordination/cases';
import { attended, cancellationRequested, reported, scheduledAgain } from './facts';
import { acknowledgedReport, histories } from './histories';
import * as orders from './orders';

const reason = { code: 'patient_request', comment: 'Will be seen nearer home' };
const closeOtherwise = orders.changed(orders.close, { closureOutcome: 'patient_declined', reason });
const decline = orders.changed(orders.decline, {
  reason: { code: 'no_capacity', comment: 'The city clinic has room' },
});
const reviewAgain = orders.changed(orders.setUrgency, { to: 'stat' });
const ask = orders.changed(orders.requestInformation, { requestId: 'request-2' });
const addendum = orders.changed(orders.report, { documentId: 'document-2', kind: 'addendum' });
const corrected = orders.changed(orders.report, { documentId: 'document-2', kind: 'corrected' });
const interim = orders.changed(orders.report, { documentId: 'document-2', kind: 'interim' });
const otherVisit = {
  appointmentId: 'appointment-3',
  start: '2026-03-23T10:00:00-04:00',
  end: '2026-03-23T10:30:00-04:00',
};
const book = orders.changed(orders.schedule, otherVisit);
const second = { appointmentId: 'appointment-2' };
const reopenAnew = orders.changed(orders.reopen, { toStage: 'received' });
const two = { before: { scheduled: [...histories.scheduled, scheduledAgain] } };
const stillBooked = {
  before: {
    visit_completed: [...histories.scheduled, scheduledAgain, attended],
    report_received: [...histories.scheduled, scheduledAgain, attended, reported],
    cancellation_requested: [...histories.scheduled, scheduledAgain, cancellationRequested],
  },
};
const both = { items: [{ code: 'referral_letter' }, { code: 'lab' }] };
const unasked = orders.without(
  orders.changed(orders.informationIn, { items: [{ code: 'imaging_report' }] }),
  'requestId',
);

/** Every row of the table, acted out. */
export const cases: readonly Case[] = [
  of('T03', 'ReceiveReferral', orders.receive),
  of('T04', 'RequestMissingInformation', orders.requestInformation, { when: 'blocking' }),
  of('T05', 'RecordInformationReceived', orders.changed(orders.informationIn, both)),
  of('T06', 'StartTriage', orders.startTriage),
  of('T07', 'RequestMissingInformation', orders.requestInformation, { when: 'blocking' }),
  of('T08', 'AcceptReferral', orders.accept),
  of('T09', 'DeclineReferral', decline),
  of('T13', 'ScheduleAppointment', book),
  of('T14', 'RescheduleAppointment', orders.reschedule),
  of('T15', 'CancelAppointment', orders.cancel, { when: 'last' }),
  of('T16', 'RecordNoShow', orders.noShow, { when: 'last' }),
  of('T17', 'RecordAttendance', orders.attend),
  of('T18', 'ScheduleAppointment', book),
  of('T19', 'DeclineReferral', decline),
  of('T19', 'CloseReferral', closeOtherwise, { when: 'other' }),
  of('T20', 'ScheduleAppointment', book),
  of('T21', 'RecordConsultNote', interim, { when: 'interim' }),
  of('T22', 'RecordConsultNote', orders.report, { when: 'final' }),
  of('T23', 'CloseReferral', orders.close, { when: 'loop_closed', before: { report_received: acknowledgedReport } }),
  of('T30', 'DeclineReferral', decline),
  of('T33', 'ReopenReferral', reopenAnew),
  of('T35', 'RecordConsultNote', corrected, { when: 'corrected' }),
  of('T36', 'RecordConsultNote', addendum, { when: 'addendum' }),
  of('T36', 'RecordConsultNote', corrected, { when: 'corrected' }),
  of('T37', 'SetUrgency', reviewAgain),
  of('T37', 'VerifyEligibility', orders.changed(orders.verify, { sourceRef: '271-0009' })),
  of('T37', 'RequestMissingInformation', orders.changed(ask, { blocksTriage: false }), { when: 'not_blocking' }),
  of('T37', 'RecordInformationReceived', unasked),
  of('T38', 'ForwardReportToReferrer', orders.forward),
  of('T38', 'AcknowledgeReport', orders.acknowledge),
  of('T39', 'AddNote', orders.addNote),
  of('T39', 'RecordConsultNote', addendum, { when: 'addendum' }),
  of('T40', 'CancelAppointment', orders.cancel, { when: 'not_last', ...two }),
  of('T40', 'RecordNoShow', orders.noShow, { when: 'not_last', ...two }),
  of('T41', 'CloseReferral', closeOtherwise, { when: 'other' }),
  of('T42', 'ScheduleAppointment', book),
  of('T43', 'RescheduleAppointment', orders.changed(orders.reschedule, second), stillBooked),
  of('T43', 'CancelAppointment', orders.changed(orders.cancel, second), stillBooked),
  of(
    'T43',
    'RecordAttendance',
    orders.at(orders.changed(orders.attend, second), '2026-03-17T10:00:00-04:00'),
    stillBooked,
  ),
  of('T43', 'RecordNoShow', orders.at(orders.changed(orders.noShow, second), '2026-03-17T11:00:00-04:00'), stillBooked),
  of('T44', 'RequestMissingInformation', ask, { when: 'blocking' }),
  ...contentCases,
  ...requirementsCases,
  ...redirectionCases,
  ...coverageCases,
  ...documentsCases,
  ...coordinationCases,
];
