import { fact } from '../fact';
import { cardiologist, consultation, heartClinic, referringOffice } from '../parties';

export const reportRequested = fact('ReportRequested', '2026-03-17T09:00:00-04:00', {
  attemptNo: 1,
  to: heartClinic,
  channel: 'fax',
  dueAt: '2026-03-18T09:00:00-04:00',
});

export const noteRejected = fact('ConsultNoteRejected', '2026-03-18T12:30:00-04:00', {
  documentId: 'document-report',
  reason: { code: 'wrong_patient' },
});

export const serviceConfirmed = fact('ServiceConfirmed', '2026-03-16T12:00:00-04:00', {
  what: consultation,
  evidence: 'phone_confirmation',
});

export const followUpPlanned = fact('FollowUpPlanned', '2026-03-18T14:00:00-04:00', {
  followUpId: 'follow-up-1',
  what: 'Ask for the echo',
  dueAt: '2026-03-25T14:00:00-04:00',
  ownerId: 'coordinator-1',
});

export const followUpCompleted = fact('FollowUpCompleted', '2026-03-19T09:30:00-04:00', {
  followUpId: 'follow-up-1',
  outcome: { code: 'done' },
});

export const cancellationRequested = fact('CancellationRequested', '2026-03-04T09:00:00-05:00', {
  by: referringOffice,
  reason: { code: 'no_longer_required' },
  appointmentsAffected: [],
});

export const referralCancelled = fact('ReferralCancelled', '2026-03-05T09:00:00-05:00', {
  confirmedBy: 'clinic-1',
  appointmentsCancelled: [],
});

export const cancellationRefused = fact('CancellationRefused', '2026-03-05T09:00:00-05:00', {
  reason: { code: 'service_under_way' },
});

export const cancellationWithdrawn = fact('CancellationRequestWithdrawn', '2026-03-05T09:00:00-05:00', {
  reason: { code: 'still_required' },
});

export const held = fact('HoldPlaced', '2026-03-04T09:00:00-05:00', {
  holdId: 'hold-1',
  reason: 'patient_choice',
  pausesClocks: ['K8', 'K9'],
  expectedUntil: '2026-03-11T09:00:00-04:00',
  evidence: 'Call of 4 March',
  slaPolicyId: 'default',
  slaPolicyVersion: 1,
});

export const holdReleased = fact('HoldReleased', '2026-03-06T09:00:00-05:00', {
  holdId: 'hold-1',
  releasedBy: 'coordinator-1',
});

export const extended = fact('ReferralValidityExtended', '2026-03-04T09:00:00-05:00', {
  old: { start: '2026-03-01', end: '2026-06-30' },
  new: { start: '2026-03-01', end: '2026-09-30' },
  reason: { code: 'no_capacity' },
});

export const expired = fact('ReferralExpired', '2026-07-15T09:00:00-04:00', {
  validUntil: '2026-06-30',
  unfulfilledReason: 'accepted',
});

export const assigned = fact('ReferralAssigned', '2026-03-02T09:20:00-05:00', {
  teamId: 'team-1',
  coordinatorId: 'coordinator-1',
  rule: 'skill',
});

export const claimed = fact('ReferralClaimed', '2026-03-02T09:20:00-05:00', {
  coordinatorId: 'coordinator-1',
  teamId: 'team-1',
});

export const released = fact('ReferralReleased', '2026-03-03T09:00:00-05:00', {
  coordinatorId: 'coordinator-1',
  reason: { code: 'absence' },
});

export const covered = fact('ReferralCoverageStarted', '2026-03-03T09:00:00-05:00', {
  coveringId: 'coordinator-2',
  coveredId: 'coordinator-1',
  absenceId: 'absence-1',
  until: '2026-03-06T17:00:00-05:00',
});

export const coverEnded = fact('ReferralCoverageEnded', '2026-03-05T17:00:00-05:00', {
  coveringId: 'coordinator-2',
  coveredId: 'coordinator-1',
});

export const escalated = fact('ReferralEscalated', '2026-03-04T09:00:00-05:00', {
  level: 1,
  to: 'lead-1',
  cause: 'sla_warning',
  clock: 'K8',
});

export const escalationAcknowledged = fact('EscalationAcknowledged', '2026-03-04T10:00:00-05:00', {
  by: 'lead-1',
  plan: 'Call the second clinic',
});

export const delayed = fact('DelayCauseRecorded', '2026-03-04T09:00:00-05:00', {
  cause: 'capacity',
  clock: 'K8',
  actionPlan: 'Ask the second clinic',
  patientInformedAt: '2026-03-04T08:50:00-05:00',
});

const result = {
  clock: 'K8',
  cycle: 1,
  startedAt: '2026-03-02T10:30:00-05:00',
  dueAt: '2026-03-05T10:30:00-05:00',
  pausedMinutes: 0,
  policyId: 'default',
  policyVersion: 1,
  calendarId: 'default',
  computedAt: '2026-03-05T10:31:00-05:00',
} as const;

export const warned = fact('SlaWarningRaised', '2026-03-04T20:00:00-05:00', result);
export const breached = fact('SlaBreached', '2026-03-05T10:31:00-05:00', result);
export const met = fact('SlaMet', '2026-03-05T10:31:00-05:00', result);

export const reminded = fact('ReminderSet', '2026-03-04T09:00:00-05:00', {
  reminderId: 'reminder-1',
  dueAt: '2026-03-05T09:00:00-05:00',
  what: 'Call the payer',
});
export const reminderFired = fact('ReminderFired', '2026-03-05T09:00:00-05:00', { reminderId: 'reminder-1' });
export const reminderCleared = fact('ReminderCleared', '2026-03-05T09:30:00-05:00', { reminderId: 'reminder-1' });

export const died = fact('PatientDeathReflected', '2026-03-06T09:00:00-05:00', { source: 'patient_record' });

export const disputed = fact('NecessityDisputeRaised', '2026-03-03T10:00:00-05:00', {
  disputeId: 'dispute-1',
  raisedBy: cardiologist,
  against: 'necessity',
  grounds: 'The work-up was done last year.',
  recordedBy: 'reviewer-1',
});

export const positionTaken = fact('DisputePositionRecorded', '2026-03-03T11:00:00-05:00', {
  disputeId: 'dispute-1',
  party: referringOffice,
  position: 'necessary',
  rationale: 'Symptoms are new.',
  evidenceDocumentIds: ['document-letter'],
  recordedBy: 'referrer-1',
});

export const conference = fact('DisputeConferenceScheduled', '2026-03-03T12:00:00-05:00', {
  disputeId: 'dispute-1',
  at: '2026-03-04T16:00:00-05:00',
  participants: [cardiologist, referringOffice],
});

export const disputeResolved = fact('NecessityDisputeResolved', '2026-03-04T17:00:00-05:00', {
  disputeId: 'dispute-1',
  outcome: 'proceed',
  agreedBy: ['provider-1', 'office-1'],
  summary: 'New symptoms warrant the visit.',
});
