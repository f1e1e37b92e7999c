import type { Step } from './traffic';

const office = { id: 'office-1', type: 'office', name: 'Synthetic Family Practice' };
const clinic = { id: 'clinic-1', type: 'facility', name: 'Synthetic Heart Clinic' };
const service = { system: 'urn:service', code: 'first-visit' };
const reason = { code: 'protocol', comment: 'Synthetic reason' };

/** The receipt of a referral with nothing missing: two events. */
export const receipt: Step = {
  name: 'ReceiveReferral',
  afterHours: 0,
  fields: {
    direction: 'incoming',
    patientId: 'patient-1',
    referringParty: office,
    requestedSpecialty: { system: 'urn:specialty', code: 'cardiology' },
    requestedService: service,
    clinicalQuestion: 'Synthetic question: palpitations on exertion?',
    diagnoses: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'R00.2' }],
    type: 'consult',
    claimedUrgency: 'routine',
    validity: { start: '2026-01-01', end: '2027-12-31' },
    channel: 'portal',
  },
};

/** A note: patient data, encrypted. */
export const noteAt = (afterHours: number, number: number): Step => ({
  name: 'AddNote',
  afterHours,
  fields: {
    noteId: `note-${String(number)}`,
    text: `Synthetic note ${String(number)}: prefers mornings.`,
    visibility: 'team',
  },
});

/** Another urgency than before: no patient data. */
export const urgencyAt = (afterHours: number, number: number): Step => ({
  name: 'SetUrgency',
  afterHours,
  fields: { to: number % 2 === 0 ? 'urgent' : 'routine', basis: 'protocol', reason },
});

const visit = (appointmentId: string, start: string, end: string): object => ({
  appointmentId,
  destination: clinic,
  start,
  end,
  timeZone: 'America/New_York',
  mode: 'in_person',
  visitType: 'initial',
  bookedBy: 'coordinator-1',
  interpreterNeeded: false,
});

const eligibility = {
  coverageId: 'coverage-1',
  outcome: 'active',
  serviceCovered: true,
  network: 'in',
  authRequired: 'no',
  asOfDate: '2026-03-03',
  validThrough: '2027-12-31',
  sourceRef: 'synthetic-271',
};

const dayHours = 24;
const [firstStart, movedStart, secondStart] = ['2026-03-23T14:00:00Z', '2026-03-24T14:00:00Z', '2026-03-30T14:00:00Z'];
const [firstEnd, movedEnd, secondEnd] = ['2026-03-23T15:00:00Z', '2026-03-24T15:00:00Z', '2026-03-30T15:00:00Z'];

/** A referral from receipt to closed loop, with a visit that is moved, then missed, then booked again: 20 events. */
export const life: readonly Step[] = [
  receipt,
  noteAt(1, 1),
  { name: 'StartTriage', afterHours: 2, fields: { reviewerId: 'reviewer-1' } },
  urgencyAt(3, 0),
  { name: 'AcceptReferral', afterHours: 4, fields: { acceptedBy: clinic, destination: clinic, service } },
  { name: 'VerifyEligibility', afterHours: 5, fields: eligibility },
  noteAt(6, 2),
  { name: 'ScheduleAppointment', afterHours: 7, fields: visit('visit-1', firstStart, firstEnd) },
  {
    name: 'RescheduleAppointment',
    afterHours: 8,
    fields: { appointmentId: 'visit-1', to: { start: movedStart, end: movedEnd }, initiatedBy: 'patient', reason },
  },
  noteAt(9, 3),
  {
    name: 'RecordNoShow',
    afterHours: 24 * dayHours,
    fields: { appointmentId: 'visit-1', contactedSameDay: true },
  },
  noteAt(24.5 * dayHours, 4),
  { name: 'ScheduleAppointment', afterHours: 25 * dayHours, fields: visit('visit-2', secondStart, secondEnd) },
  noteAt(25.5 * dayHours, 5),
  {
    name: 'RecordAttendance',
    afterHours: 31 * dayHours,
    fields: { appointmentId: 'visit-2', evidence: 'receiving_system' },
  },
  {
    name: 'RecordConsultNote',
    afterHours: 32 * dayHours,
    fields: {
      documentId: 'document-1',
      kind: 'final',
      author: clinic,
      authoredAt: '2026-03-30T20:00:00Z',
      matchedBy: 'referral_id',
    },
  },
  {
    name: 'ForwardReportToReferrer',
    afterHours: 33 * dayHours,
    fields: { transmissionId: 'transmission-1', to: office },
  },
  {
    name: 'AcknowledgeReport',
    afterHours: 34 * dayHours,
    fields: { by: 'referrer-1', disposition: 'no_further_action' },
  },
  {
    name: 'CloseReferral',
    afterHours: 35 * dayHours,
    fields: { closureOutcome: 'loop_closed', patientInformed: true, referrerInformed: true },
  },
];
