import type { IntakeEvent } from '../events/intake-event';

type FactOf<Type extends IntakeEvent['type']> = Extract<IntakeEvent, { readonly type: Type }>;

const fact = <Type extends IntakeEvent['type']>(
  type: Type,
  occurredAt: string,
  data: FactOf<Type>['data'],
): FactOf<Type> => ({ type, data, occurredAt }) as unknown as FactOf<Type>;

export const intakeId = '0b6f3f5e-6f0a-5d0e-9a53-0c7b1f1f0002';

/** Monday morning: a fax of two pages comes in. */
export const received = fact('IntakeItemReceived', '2026-03-02T09:00:00-05:00', {
  intakeId,
  channel: 'fax',
  externalIds: [{ system: 'http://example.org/faxes', value: '4711' }],
  senderRaw: 'Synthetic Family Practice, for a synthetic patient',
  documents: [
    {
      documentId: 'document-1',
      kind: 'referral_letter',
      mime: 'application/pdf',
      sha256: 'a'.repeat(64),
      pages: 2,
      sizeBytes: 48_213,
      sensitivity: [],
    },
  ],
  transport: { messageId: 'fax-4711', faxNumberMasked: '***-***-0123', pages: 2 },
  receivedAt: '2026-03-02T09:00:00-05:00',
});

/** Someone of the family calls. */
export const called = fact('PhoneIntakeRecorded', '2026-03-02T09:00:00-05:00', {
  intakeId,
  callerType: 'family',
  callerName: 'Synthetic Caller',
  callbackNumber: '+1 555 0100',
  summary: 'Synthetic: asks how soon the visit can be.',
  clinicalConcernRaised: true,
  receivedAt: '2026-03-02T09:00:00-05:00',
});

export const escalated = fact('CallEscalatedToClinician', '2026-03-02T09:02:00-05:00', {
  clinicianId: 'clinician-1',
  warmTransfer: true,
  reason: { code: 'symptoms_worse' },
});

export const extracted = fact('IntakeDataExtracted', '2026-03-02T09:05:00-05:00', {
  extractionId: 'extraction-1',
  fields: [
    { field: 'patient.name', value: 'Synthetic Patient', confidence: 0.82, by: 'ocr' },
    { field: 'patient.birthDate', value: '1970-01-01', confidence: 0.99, by: 'ocr' },
  ],
});

export const fieldConfirmed = fact('IntakeFieldConfirmed', '2026-03-02T09:10:00-05:00', {
  confirmationId: 'confirmation-1',
  field: 'patient.name',
  oldValue: 'Synthetic Patient',
  newValue: 'Synthetic Patience',
  confirmedBy: 'user-1',
});

export const proposed = fact('PatientMatchProposed', '2026-03-02T09:12:00-05:00', {
  candidates: [{ patientId: 'patient-1', score: 0.93, evidence: ['birth_date_equal', 'name_similar'] }],
});

export const flagged = fact('PossibleDuplicateFlagged', '2026-03-02T09:13:00-05:00', {
  referralIds: ['referral-9'],
  basis: 'patient_service_window',
});

export const matched = fact('PatientMatchConfirmed', '2026-03-02T09:20:00-05:00', {
  patientId: 'patient-1',
  method: 'demographic_review',
});

export const converted = fact('IntakeItemConverted', '2026-03-02T09:30:00-05:00', { referralId: 'referral-1' });

export const attached = fact('IntakeItemAttached', '2026-03-02T09:30:00-05:00', {
  referralId: 'referral-1',
  as: 'consult_note',
});

export const rejected = fact('IntakeItemRejected', '2026-03-02T09:30:00-05:00', {
  reason: { code: 'wrong_recipient' },
});

export const duplicate = fact('IntakeItemMarkedDuplicate', '2026-03-02T09:30:00-05:00', {
  ofIntakeId: 'intake-0',
  ofReferralId: 'referral-9',
});
