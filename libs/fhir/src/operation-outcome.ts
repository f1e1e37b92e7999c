import type { OperationOutcome } from 'fhir/r4';
import type { IntakeReferral } from './intake';
import type { Issue } from './issue';

/** The issues as a FHIR OperationOutcome; FHIR wants at least one issue, so none is told as plain success. */
export const operationOutcome = (issues: readonly Issue[]): OperationOutcome => ({
  resourceType: 'OperationOutcome',
  issue: (issues.length > 0 ? issues : [success]).map(({ severity, code, diagnostics, expression }) => ({
    severity,
    code,
    diagnostics,
    ...(expression.length > 0 && { expression: [...expression] }),
  })),
});

/** Tells the sender under which reference (`REF-...`) an order of its message became a referral. */
export const receivedAs = (order: IntakeReferral, reference: string): Issue => ({
  severity: 'information',
  code: 'informational',
  diagnostics: `Received as ${reference}.`,
  expression: [order.expression],
});

/** Tells the sender that an order of its message had become a referral before, under this reference (`REF-...`). */
export const alreadyReceivedAs = (order: IntakeReferral, reference: string): Issue => ({
  severity: 'information',
  code: 'duplicate',
  diagnostics: `Already received as ${reference}; nothing was changed.`,
  expression: [order.expression],
});

const success: Issue = { severity: 'information', code: 'informational', diagnostics: 'Understood.', expression: [] };
