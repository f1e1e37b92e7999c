import { but, effective, fact } from './fact';
import { cardiologist, cardiology, consultation, heartClinic, referringOffice } from './parties';

export * from './coordination/contact-facts';
export * from './coordination/desk-facts';
export { but, effective } from './fact';

/** Monday morning in New York: a referral comes in, with everything. */
export const received = fact('ReferralReceived', '2026-03-02T09:00:00-05:00', {
  referralId: '0b6f3f5e-6f0a-5d0e-9a53-0c7b1f1f0001',
  reference: 'REF-2026-000001-A',
  direction: 'incoming',
  patientId: 'patient-1',
  externalIds: [{ system: 'http://example.org/orders', value: '4711' }],
  referringParty: referringOffice,
  requestedSpecialty: cardiology,
  requestedService: consultation,
  clinicalQuestion: 'Palpitations on exertion: is further work-up needed?',
  diagnoses: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'R00.2' }],
  type: 'consult',
  claimedUrgency: 'routine',
  validity: { start: '2026-03-01', end: '2026-06-30' },
  coverageIds: ['coverage-1'],
  channel: 'portal',
  clockStartAt: '2026-03-02T09:00:00-05:00',
  sensitivity: [],
  missingItems: [],
});

export const complete = fact('ReferralCompletenessReached', '2026-03-02T09:00:00-05:00', {
  requirementSetId: 'default',
  requirementSetVersion: 1,
  elapsedMinutes: 0,
});

/** The referral came in without its letter and its laboratory results. */
export const receivedIncomplete = but(received, { missingItems: ['referral_letter', 'lab'] });

export const informationRequested = fact('InformationRequested', '2026-03-02T09:30:00-05:00', {
  requestId: 'request-1',
  items: [{ code: 'referral_letter' }, { code: 'lab', note: 'Not older than three months' }],
  askedOf: referringOffice,
  channel: 'fax',
  dueAt: '2026-03-09T09:30:00-04:00',
  attemptNo: 1,
  blocksTriage: true,
});

export const informationReceived = fact('InformationReceived', '2026-03-02T09:45:00-05:00', {
  requestId: 'request-1',
  items: [{ code: 'referral_letter', documentId: 'document-letter' }, { code: 'lab' }],
  from: referringOffice,
});

export const triageStarted = fact('TriageStarted', '2026-03-02T10:00:00-05:00', { reviewerId: 'reviewer-1' });

export const urgencyAssigned = fact('UrgencyAssigned', '2026-03-02T10:05:00-05:00', {
  to: 'routine',
  basis: 'clinical_judgement',
  reason: { code: 'stable' },
  slaPolicyId: 'default',
  slaPolicyVersion: 1,
});

export const accepted = fact('ReferralAccepted', '2026-03-02T10:30:00-05:00', {
  acceptedBy: cardiologist,
  destination: heartClinic,
  service: consultation,
});

export const declined = fact('ReferralDeclined', '2026-03-02T10:30:00-05:00', {
  by: cardiologist,
  reason: { code: 'more_appropriate_specialty', comment: 'Better seen by a rhythm clinic' },
  notifiedReferrer: true,
});

export const eligible = fact('EligibilityVerified', '2026-03-02T11:00:00-05:00', {
  coverageId: 'coverage-1',
  outcome: 'active',
  serviceCovered: true,
  network: 'in',
  authRequired: 'no',
  asOfDate: '2026-03-02',
  validThrough: '2026-03-31',
  sourceRef: '271-0001',
});

/** Monday two weeks later, after the clocks went forward. */
export const scheduled = fact('AppointmentScheduled', '2026-03-03T09:00:00-05:00', {
  appointmentId: 'appointment-1',
  destination: heartClinic,
  start: '2026-03-16T10:00:00-04:00',
  end: '2026-03-16T10:30:00-04:00',
  timeZone: 'America/New_York',
  mode: 'in_person',
  visitType: 'initial',
  eligibilityEventId: '3f1c7f1e-0f4b-5f6f-8a57-3a1f00000001',
  bookedBy: 'coordinator-1',
  externalIds: [],
  interpreterNeeded: false,
});

/** A further visit the day after. */
export const scheduledAgain = effective(
  but(scheduled, {
    appointmentId: 'appointment-2',
    start: '2026-03-17T10:00:00-04:00',
    end: '2026-03-17T10:30:00-04:00',
    visitType: 'follow_up',
  }),
  '2026-03-03T09:05:00-05:00',
);

export const rescheduled = fact('AppointmentRescheduled', '2026-03-04T09:00:00-05:00', {
  appointmentId: 'appointment-1',
  from: { start: '2026-03-16T10:00:00-04:00', end: '2026-03-16T10:30:00-04:00' },
  to: { start: '2026-03-18T14:00:00-04:00', end: '2026-03-18T14:30:00-04:00' },
  initiatedBy: 'patient',
  reason: { code: 'other_engagement' },
});

export const cancelled = fact('AppointmentCancelled', '2026-03-05T10:00:00-05:00', {
  appointmentId: 'appointment-1',
  initiatedBy: 'patient',
  reason: { code: 'patient_unwell' },
  noticeHours: 263,
  late: false,
});

export const attended = fact('AppointmentAttended', '2026-03-16T10:00:00-04:00', {
  appointmentId: 'appointment-1',
  evidence: 'receiving_system',
});

export const missed = fact('AppointmentMissed', '2026-03-16T11:00:00-04:00', {
  appointmentId: 'appointment-1',
  contactedSameDay: true,
  missedCount: 1,
});

export const reported = fact('ConsultNoteReceived', '2026-03-18T12:00:00-04:00', {
  documentId: 'document-report',
  kind: 'final',
  author: cardiologist,
  authoredAt: '2026-03-18T09:00:00-04:00',
  matchedBy: 'referral_id',
});

export const forwarded = fact('ReportForwarded', '2026-03-18T13:00:00-04:00', {
  transmissionId: 'transmission-1',
  to: referringOffice,
});

export const acknowledged = fact('ReportAcknowledged', '2026-03-19T09:00:00-04:00', {
  by: 'referrer-1',
  disposition: 'no_further_action',
  followUps: [],
});

export const closed = fact('ReferralClosed', '2026-03-19T10:00:00-04:00', {
  closureOutcome: 'loop_closed',
  evidenceEventIds: [],
  patientInformed: true,
  referrerInformed: true,
});

export const reopened = fact('ReferralReopened', '2026-03-20T09:00:00-04:00', {
  toStage: 'report_received',
  reason: { code: 'closed_in_error', comment: 'A follow-up was overlooked' },
  cycle: 2,
});

export const noted = fact('NoteAdded', '2026-03-02T09:10:00-05:00', {
  noteId: 'note-1',
  text: 'Prefers mornings.',
  visibility: 'team',
});
