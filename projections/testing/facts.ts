import type {
  AppointmentAttended,
  AppointmentCancelled,
  AppointmentMissed,
  AppointmentRescheduled,
  AppointmentScheduled,
  ConsultNoteReceived,
  EligibilityVerified,
  InformationReceived,
  InformationRequested,
  NoteAdded,
  ReferralAccepted,
  ReferralClosed,
  ReferralCompletenessReached,
  ReferralDeclined,
  ReferralReceived,
  ReferralReopened,
  ReportAcknowledged,
  ReportForwarded,
  TriageStarted,
  UrgencyAssigned,
} from '@referral/referral';

/** Stands in every field of patient data: where it turns up, patient data would. */
export const patientData = 'PATIENT-DATA';

const specialist = { id: 'specialist-1', type: 'provider', name: 'Cardiology North' } as const;
const office = { id: 'office-1', type: 'office' } as const;
const reason = { code: 'other' } as const;
const cardiology = { system: 'urn:specialty', code: 'cardiology', display: 'Cardiology' } as const;

/** A fact of a type, with what a specification wants to be otherwise; at Monday 2 March 2026, 10:00 in New York, unless it says. */
const fact =
  <Event extends { readonly type: string; readonly data: object; readonly occurredAt: string }>(
    type: Event['type'],
    data: Event['data'],
  ) =>
  (occurredAt = '2026-03-02T15:00:00Z', changes: Partial<Event['data']> = {}) => ({
    type,
    data: { ...data, ...changes },
    occurredAt,
  });

/** One maker for each fact about a referral. */
export const facts = {
  received: fact<ReferralReceived>('ReferralReceived', {
    referralId: 'r1',
    reference: 'REF-2026-000001-A',
    direction: 'incoming',
    patientId: 'patient-1',
    externalIds: [],
    referringParty: office,
    requestedSpecialty: cardiology,
    requestedService: { system: 'urn:service', code: 'consult' },
    clinicalQuestion: patientData,
    diagnoses: [{ system: 'urn:icd', code: patientData, display: patientData }],
    type: 'consult',
    claimedUrgency: 'routine',
    validity: { start: '2026-03-02', end: '2026-09-02' },
    coverageIds: ['coverage-1'],
    channel: 'portal',
    clockStartAt: '2026-03-02T15:00:00Z',
    sensitivity: [],
    missingItems: [],
  }),
  completed: fact<ReferralCompletenessReached>('ReferralCompletenessReached', {
    requirementSetId: 'default',
    requirementSetVersion: 1,
    elapsedMinutes: 0,
  }),
  requested: fact<InformationRequested>('InformationRequested', {
    requestId: 'request-1',
    items: [{ code: 'ecg' }],
    askedOf: office,
    channel: 'fax',
    dueAt: '2026-03-05T15:00:00Z',
    attemptNo: 1,
    blocksTriage: true,
  }),
  answered: fact<InformationReceived>('InformationReceived', {
    requestId: 'request-1',
    items: [{ code: 'ecg' }],
    from: office,
  }),
  triageStarted: fact<TriageStarted>('TriageStarted', { reviewerId: 'nurse-1' }),
  urgencySet: fact<UrgencyAssigned>('UrgencyAssigned', {
    to: 'urgent',
    basis: 'clinical_judgement',
    reason,
    slaPolicyId: 'default',
    slaPolicyVersion: 1,
  }),
  accepted: fact<ReferralAccepted>('ReferralAccepted', {
    acceptedBy: specialist,
    destination: specialist,
    service: { system: 'urn:service', code: 'consult' },
  }),
  declined: fact<ReferralDeclined>('ReferralDeclined', {
    by: specialist,
    reason: { code: 'no_capacity' },
    advice: patientData,
    notifiedReferrer: true,
  }),
  verified: fact<EligibilityVerified>('EligibilityVerified', {
    coverageId: 'coverage-1',
    outcome: 'active',
    serviceCovered: true,
    network: 'in',
    authRequired: 'no',
    asOfDate: '2026-03-03',
    validThrough: '2026-12-31',
    sourceRef: 'payer-answer-1',
  }),
  scheduled: fact<AppointmentScheduled>('AppointmentScheduled', {
    appointmentId: 'appointment-1',
    destination: specialist,
    start: '2026-03-16T14:00:00Z',
    end: '2026-03-16T15:00:00Z',
    timeZone: 'America/New_York',
    mode: 'in_person',
    visitType: 'initial',
    eligibilityEventId: 'r1-e4',
    bookedBy: 'user-1',
    externalIds: [],
    interpreterNeeded: false,
  }),
  rescheduled: fact<AppointmentRescheduled>('AppointmentRescheduled', {
    appointmentId: 'appointment-1',
    from: { start: '2026-03-16T14:00:00Z', end: '2026-03-16T15:00:00Z' },
    to: { start: '2026-03-20T14:00:00Z', end: '2026-03-20T15:00:00Z' },
    initiatedBy: 'patient',
    reason: { code: 'patient_request' },
  }),
  cancelled: fact<AppointmentCancelled>('AppointmentCancelled', {
    appointmentId: 'appointment-1',
    initiatedBy: 'patient',
    reason: { code: 'patient_request' },
    noticeHours: 48,
    late: false,
  }),
  attended: fact<AppointmentAttended>('AppointmentAttended', {
    appointmentId: 'appointment-1',
    evidence: 'receiving_system',
  }),
  missed: fact<AppointmentMissed>('AppointmentMissed', {
    appointmentId: 'appointment-1',
    contactedSameDay: true,
    missedCount: 1,
  }),
  reported: fact<ConsultNoteReceived>('ConsultNoteReceived', {
    documentId: 'document-1',
    kind: 'final',
    author: specialist,
    authoredAt: '2026-03-18T14:00:00Z',
    matchedBy: 'referral_id',
  }),
  forwarded: fact<ReportForwarded>('ReportForwarded', { transmissionId: 'transmission-1', to: office }),
  acknowledged: fact<ReportAcknowledged>('ReportAcknowledged', {
    by: 'user-2',
    disposition: 'no_further_action',
    followUps: [],
  }),
  closed: fact<ReferralClosed>('ReferralClosed', {
    closureOutcome: 'loop_closed',
    evidenceEventIds: [],
    patientInformed: true,
    referrerInformed: true,
  }),
  reopened: fact<ReferralReopened>('ReferralReopened', {
    toStage: 'received',
    reason: { code: 'other', comment: 'closed too early' },
    cycle: 2,
  }),
  noted: fact<NoteAdded>('NoteAdded', { noteId: 'note-1', text: patientData, visibility: 'team' }),
};
