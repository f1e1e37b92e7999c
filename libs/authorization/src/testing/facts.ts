import type { AuthorizationEvent } from '../events/authorization-event';

type FactOf<Type extends AuthorizationEvent['type']> = Extract<AuthorizationEvent, { readonly type: Type }>;

export const authorizationId = '0b6f3f5e-6f0a-5d0e-9a53-0c7b1f1f0003';
export const referralId = '0b6f3f5e-6f0a-5d0e-9a53-0c7b1f1f0001';
export const imaging = { system: 'http://example.org/services', code: 'imaging' } as const;
export const therapy = { system: 'http://example.org/services', code: 'therapy' } as const;

const fact = <Type extends AuthorizationEvent['type']>(
  type: Type,
  occurredAt: string,
  data: Omit<FactOf<Type>['data'], 'referralId'>,
): FactOf<Type> => ({ type, data: { referralId, ...data }, occurredAt }) as unknown as FactOf<Type>;

/** Monday morning: a request for one imaging and six therapies is put together. */
export const opened = fact('AuthorizationOpened', '2026-03-02T09:00:00Z', {
  authorizationId,
  coverageId: 'coverage-1',
  services: [
    { code: imaging, units: 1, from: '2026-03-10', to: '2026-06-30' },
    { code: therapy, units: 6, from: '2026-03-10', to: '2026-06-30' },
  ],
  level: 'standard',
  requestingProvider: { id: 'office-1', type: 'office' },
  servicingProvider: { id: 'clinic-1', type: 'facility' },
  planProfileVersion: 1,
  patientId: 'patient-1',
});

export const submitted = fact('AuthorizationSubmitted', '2026-03-02T10:00:00Z', {
  submissionId: 'submission-1',
  method: 'x12_278',
  documents: ['document-1'],
  traceNumber: 'trace-1',
  submittedAt: '2026-03-02T10:00:00Z',
  decisionDueAt: '2026-03-09T10:00:00.000Z',
  clockBasis: { ruleId: 'payer-decision', version: 2 },
});

export const pended = fact('AuthorizationPended', '2026-03-03T10:00:00Z', {
  payerReference: 'payer-77',
  reasonCodes: ['more_information'],
  infoRequested: ['Notes of the last six weeks'],
  infoDueAt: '2026-03-10T10:00:00Z',
});

export const informed = fact('AuthorizationInformationSubmitted', '2026-03-04T10:00:00Z', {
  documents: ['document-2'],
  traceNumber: 'trace-2',
});

const decided = { decidedAt: '2026-03-05T10:00:00Z', evidenceDocumentId: 'document-278' } as const;
const granted = {
  ...decided,
  number: 'A-4711',
  validity: { start: '2026-03-10', end: '2026-06-30' },
  units: [
    { service: imaging, approved: 1 },
    { service: therapy, approved: 6 },
  ],
};

export const approved = fact('AuthorizationApproved', decided.decidedAt, { ...granted, actionCode: 'A1' });

export const partlyApproved = fact('AuthorizationPartiallyApproved', decided.decidedAt, {
  ...granted,
  actionCode: 'A2',
  units: [{ service: therapy, approved: 4 }],
});

export const modified = fact('AuthorizationModified', decided.decidedAt, {
  ...granted,
  actionCode: 'A6',
  units: [{ service: therapy, approved: 2 }],
});

export const denied = fact('AuthorizationDenied', decided.decidedAt, {
  ...decided,
  actionCode: 'A3',
  denialReason: { code: 'not_medically_necessary', specific: 'Synthetic: six weeks of therapy are not documented.' },
  appealDeadline: '2026-05-04',
});

export const notRequired = fact('AuthorizationNotRequiredByPayer', decided.decidedAt, { ...decided, actionCode: 'NA' });
export const contactPayer = fact('AuthorizationContactPayer', decided.decidedAt, { ...decided, actionCode: 'CT' });

export const overdue = fact('AuthorizationDecisionOverdue', '2026-03-09T10:00:00Z', {
  submissionId: 'submission-1',
  dueAt: '2026-03-09T10:00:00.000Z',
});

export const talkRequested = fact('PeerToPeerRequested', '2026-03-06T10:00:00Z', {
  windowEndsAt: '2026-03-13T10:00:00Z',
});

export const talked = fact('PeerToPeerHeld', '2026-03-07T10:00:00Z', {
  windowEndsAt: '2026-03-13T10:00:00Z',
  at: '2026-03-07T10:00:00Z',
  outcome: 'upheld',
});

export const appealFiled = fact('AppealFiled', '2026-03-08T10:00:00Z', {
  level: 1,
  kind: 'expedited',
  filedAt: '2026-03-08T10:00:00Z',
  dueAt: '2026-03-11T10:00:00.000Z',
  clockBasis: { ruleId: 'payer-decision', version: 2 },
});

export const appealDecided = fact('AppealDecided', '2026-03-09T10:00:00Z', {
  level: 1,
  kind: 'expedited',
  filedAt: '2026-03-08T10:00:00Z',
  outcome: 'overturned',
});

export const used = fact('AuthorizationUnitsUsed', '2026-03-16T10:00:00Z', {
  appointmentId: 'appointment-1',
  service: therapy,
  serviceDate: '2026-03-16',
  units: 2,
  remaining: 4,
});

export const exhausted = fact('AuthorizationExhausted', '2026-03-16T10:00:00Z', { appointmentId: 'appointment-1' });

const longer = {
  old: { start: '2026-03-10', end: '2026-06-30' },
  new: { start: '2026-03-10', end: '2026-09-30' },
};

export const extensionRequested = fact('AuthorizationExtensionRequested', '2026-06-01T10:00:00Z', longer);
export const extended = fact('AuthorizationExtended', '2026-06-20T10:00:00Z', longer);
export const expiring = fact('AuthorizationExpiring', '2026-06-20T10:00:00Z', { dueAt: '2026-06-30', daysLeft: 11 });
export const expired = fact('AuthorizationExpired', '2026-07-01T12:00:00Z', { dueAt: '2026-06-30' });
export const cancelled = fact('AuthorizationCancelled', '2026-03-20T10:00:00Z', { reason: { code: 'referral_ended' } });
