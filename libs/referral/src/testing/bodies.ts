import type { CommandName } from '../transitions';
import { contentBodies } from './bodies/content';
import { coverageBodies } from './bodies/coverage';
import { documentsBodies } from './bodies/documents';
import { redirectionBodies } from './bodies/redirection';
import { requirementsBodies } from './bodies/requirements';
import { coordinationBodies } from './coordination/bodies';
import * as facts from './facts';

const { eligible, received, scheduled } = facts;
const party = received.data.referringParty;
const reason = { code: 'other', comment: 'As agreed' };

/** A right body for each command, as a client sends it. */
export const bodies = {
  ReceiveReferral: {
    direction: 'incoming',
    patientId: 'patient-1',
    externalIds: received.data.externalIds,
    referringParty: party,
    requestedSpecialty: received.data.requestedSpecialty,
    requestedService: received.data.requestedService,
    clinicalQuestion: 'Is further work-up needed?',
    diagnoses: received.data.diagnoses,
    type: 'consult',
    claimedUrgency: 'routine',
    requestedBy: '2026-04-30',
    validity: { start: '2026-03-01', end: '2026-06-30T23:59:59-04:00' },
    visitsRequested: 3,
    coverageIds: ['coverage-1'],
    languagePreference: 'es-US',
    interpreterNeeded: true,
    channel: 'portal',
    sensitivity: [],
    missingItems: ['lab'],
    presentItems: ['referral_letter'],
    requirementSet: { requirementSetId: 'requirements-1', requirementSetVersion: 2 },
  },
  RequestMissingInformation: {
    items: [{ code: 'lab', note: 'Not older than three months' }],
    askedOf: party,
    channel: 'fax',
    dueAt: '2026-03-09T09:30:00-04:00',
    blocksTriage: true,
  },
  RecordInformationReceived: {
    requestId: 'request-1',
    items: [{ code: 'lab', documentId: 'document-1' }],
    from: party,
  },
  StartTriage: {
    reviewerId: 'reviewer-1',
    protocolId: 'protocol-1',
    protocolVersion: 2,
    override: { approvedBy: 'lead-1', reason },
  },
  SetUrgency: { to: 'urgent', basis: 'protocol', reason },
  AcceptReferral: {
    acceptedBy: party,
    destination: scheduled.data.destination,
    service: received.data.requestedService,
    conditions: ['Recent ECG'],
    appropriatenessScore: 8,
  },
  DeclineReferral: {
    by: party,
    reason,
    advice: 'Try physiotherapy.',
    suggestedDestination: party,
    notifiedReferrer: true,
  },
  VerifyEligibility: {
    ...eligible.data,
    serviceCovered: null,
    copay: { amount: '25.00', currency: 'USD' },
    coinsurancePct: 12.5,
    deductibleRemaining: { amount: '0', currency: 'USD' },
    visitLimitRemaining: 4,
    rawDocumentId: 'document-271',
  },
  ScheduleAppointment: {
    ...scheduled.data,
    authorizationId: 'authorization-1',
    preparation: 'Bring the list of medicines.',
    overrides: [{ gate: 'authorization', approvedBy: 'lead-1', reason }],
  },
  RescheduleAppointment: {
    appointmentId: 'appointment-1',
    to: { start: scheduled.data.start },
    initiatedBy: 'patient',
    reason,
  },
  CancelAppointment: { appointmentId: 'appointment-1', initiatedBy: 'provider', reason },
  RecordAttendance: {
    appointmentId: 'appointment-1',
    arrivedLate: false,
    encounterId: 'encounter-1',
    evidence: 'claim',
    lateEntry: true,
  },
  RecordNoShow: { appointmentId: 'appointment-1', reason, contactedSameDay: false },
  RecordConsultNote: {
    kind: 'final',
    author: party,
    authoredAt: '2026-03-18T09:00:00-04:00',
    answersClinicalQuestion: true,
    matchedBy: 'referral_id',
    replacesDocumentId: 'document-0',
  },
  ForwardReportToReferrer: { to: party },
  AcknowledgeReport: { by: 'referrer-1', disposition: 'follow_up_ordered', followUps: ['Echo in six months'] },
  CloseReferral: {
    closureOutcome: 'patient_declined',
    evidenceEventIds: ['event-1'],
    patientInformed: true,
    referrerInformed: true,
    reason,
  },
  ReopenReferral: { toStage: 'received', reason },
  AddNote: { text: 'Prefers mornings.', visibility: 'team' },
  ...contentBodies,
  ...requirementsBodies,
  ...redirectionBodies,
  ...coverageBodies,
  ...documentsBodies,
  ...coordinationBodies,
} satisfies Readonly<Record<CommandName, object>>;
