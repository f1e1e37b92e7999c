import type {
  ComplaintAcknowledged,
  ComplaintReceived,
  ComplaintReopened,
  ComplaintResolved,
} from '@referral/complaint';
import type { DirectoryEntryAdded, DirectoryEntryRetired, DirectoryEntryVerified } from '@referral/directory';
import type {
  IntakeDataExtracted,
  IntakeItemConverted,
  IntakeItemReceived,
  PatientMatchConfirmed,
  PatientMatchProposed,
  PhoneIntakeRecorded,
  PossibleDuplicateFlagged,
} from '@referral/intake';
import type { AbsenceRecorded, StaffAdded } from '@referral/staff';
import { fact, office, patientData, reason } from '../fact';

const receivedAt = '2026-03-02T15:00:00Z';

/** Facts about intake items. */
export const intakeFacts = {
  came: fact<IntakeItemReceived>('IntakeItemReceived', {
    intakeId: 'i1',
    channel: 'fax',
    externalIds: [],
    senderRaw: patientData,
    receivedAt,
    documents: [],
    transport: { pages: 3 },
  })(),
  called: fact<PhoneIntakeRecorded>('PhoneIntakeRecorded', {
    intakeId: 'i1',
    callerType: 'family',
    callerName: patientData,
    callbackNumber: patientData,
    summary: patientData,
    clinicalConcernRaised: true,
    receivedAt,
  })(),
  read: fact<IntakeDataExtracted>('IntakeDataExtracted', {
    extractionId: 'extraction-1',
    fields: [{ field: 'name', value: patientData, confidence: 0.9, by: 'ocr' }],
  })(),
  proposed: fact<PatientMatchProposed>('PatientMatchProposed', {
    candidates: [{ patientId: 'patient-1', score: 0.8, evidence: ['birth_date_equal'] }],
  })(),
  flagged: fact<PossibleDuplicateFlagged>('PossibleDuplicateFlagged', {
    referralIds: ['r7', 'r8'],
    basis: 'patient_service_window',
  })(),
  confirmed: fact<PatientMatchConfirmed>('PatientMatchConfirmed', { patientId: 'patient-1', method: 'identifier' })(),
  converted: fact<IntakeItemConverted>('IntakeItemConverted', { referralId: 'r1' })(),
} as const;

/** Facts about complaints. */
export const complaintFacts = {
  received: fact<ComplaintReceived>('ComplaintReceived', {
    complaintId: 'c1',
    from: office,
    channel: 'phone',
    about: 'delay',
    referralIds: ['r1'],
    severity: 'high',
    text: patientData,
  }),
  acknowledged: fact<ComplaintAcknowledged>('ComplaintAcknowledged', { by: 'lead-1', channel: 'phone' }),
  resolved: fact<ComplaintResolved>('ComplaintResolved', { outcome: 'upheld' }),
  reopened: fact<ComplaintReopened>('ComplaintReopened', { reason }),
} as const;

/** Facts about directory entries. */
export const directoryFacts = {
  added: fact<DirectoryEntryAdded>('DirectoryEntryAdded', {
    entryId: 'd1',
    kind: 'specialist',
    taxonomyCodes: [],
    name: 'Cardiology North',
    locations: [],
    contacts: [],
    channels: [],
    acceptedPlans: [],
    languages: [],
    telehealth: false,
    acceptanceCriteria: [],
    accessibility: [],
  }),
  verified: fact<DirectoryEntryVerified>('DirectoryEntryVerified', {
    method: 'phone',
    by: 'user-1',
    nextDueAt: '2026-06-01T00:00:00Z',
  }),
  retired: fact<DirectoryEntryRetired>('DirectoryEntryRetired', { reason }),
} as const;

/** Facts about staff. */
export const staffFacts = {
  added: fact<StaffAdded>('StaffAdded', { staffId: 's1', userId: 'ana', displayName: 'Ana', team: 'team-1' }),
  away: fact<AbsenceRecorded>('AbsenceRecorded', {
    absenceId: 'absence-1',
    from: '2026-03-04T08:00:00-05:00',
    to: '2026-03-06T17:00:00-05:00',
    cover: [],
  }),
} as const;
