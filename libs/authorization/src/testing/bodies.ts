import type { AuthorizationCommandName } from '../transitions';
import * as facts from './facts';

const { opened, submitted, pended, approved, used } = facts;
const { authorizationId: _, patientId: __, ...request } = opened.data;
const { submissionId, method, documents, traceNumber } = submitted.data;
const { payerReference, reasonCodes, infoRequested, infoDueAt } = pended.data;
const { number, validity, units, evidenceDocumentId } = approved.data;
const { appointmentId, service, serviceDate } = used.data;
const denialReason = { code: 'not_covered', specific: 'Synthetic reason' };

/** A right body for each command, as a client sends it. */
export const bodies = {
  OpenAuthorization: request,
  SubmitAuthorization: { submissionId, method, documents, traceNumber },
  RecordPend: { payerReference, reasonCodes, infoRequested, infoDueAt },
  SubmitAdditionalInformation: { documents, traceNumber: 'trace-2' },
  RecordDecision: {
    ...{ decision: 'approved', number, validity, units, evidenceDocumentId },
    denialReason,
    appealDeadline: '2026-05-04',
  },
  RecordDecisionOverdue: {},
  RequestPeerToPeer: { windowEndsAt: '2026-03-13T10:00:00Z' },
  RecordPeerToPeer: { outcome: 'upheld' },
  FileAppeal: { kind: 'expedited' },
  RecordAppealDecision: { outcome: 'overturned' },
  UseUnits: { appointmentId, service, serviceDate, units: 2 },
  RequestAuthorizationExtension: { new: facts.extended.data.new },
  ExtendAuthorization: { new: facts.extended.data.new },
  RecordExpiring: {},
  ExpireAuthorization: {},
  CancelAuthorization: { reason: { code: 'referral_ended' } },
} satisfies Readonly<Record<AuthorizationCommandName, object>>;
