import type { AuthorizationAnswer, EligibilityAnswer } from '@referral/payer';
import type {
  AuthorizationInquiry,
  AuthorizationQuestion,
  CommandErrand,
  EligibilityQuestion,
} from '@referral/processes';

/** X12 service type of what a referral asks for: a consultation. */
export const serviceType = '3';

const toReferral = (id: string, command: string, body: CommandErrand['body']): CommandErrand => ({
  kind: 'command',
  category: 'referral',
  id,
  command,
  body,
});

const toAuthorization = (id: string, command: string, body: CommandErrand['body']): CommandErrand => ({
  kind: 'command',
  category: 'authorization',
  id,
  command,
  body,
});

/** Says on the referral that its payer is asked. */
export const eligibilityAsked = ({ referralId, coverageId, serviceDate, traceNumber }: EligibilityQuestion) =>
  toReferral(referralId, 'RequestEligibilityCheck', {
    ...{ coverageId, serviceDate, serviceTypes: [serviceType], method: 'x12_270', trace: traceNumber },
  });

/** Files what a payer covers. What it sent word for word is patient data, and there is no store of documents to keep it in. */
export const eligibilityAnswered = (
  { referralId, coverageId }: EligibilityQuestion,
  { raw: _, ...answer }: EligibilityAnswer,
): CommandErrand => toReferral(referralId, 'VerifyEligibility', { coverageId, ...answer });

/** Says that an authorization was sent to its payer. */
export const authorizationSent = ({ authorizationId, traceNumber }: AuthorizationQuestion): CommandErrand =>
  toAuthorization(authorizationId, 'SubmitAuthorization', {
    ...{ submissionId: traceNumber, method: 'x12_278', traceNumber },
  });

/** Files what a payer did with an authorization. */
export const authorizationAnswered = (
  { authorizationId, traceNumber }: AuthorizationQuestion | AuthorizationInquiry,
  answer: AuthorizationAnswer,
): CommandErrand => {
  const decide = (decision: string, more: object = {}) =>
    toAuthorization(authorizationId, 'RecordDecision', {
      decision,
      evidenceDocumentId: `x12-278-${traceNumber}`,
      ...more,
    });
  switch (answer.outcome) {
    case 'pended': {
      const { payerReference, reasonCodes, infoRequested, infoDueAt } = answer;
      const due = infoDueAt === undefined ? {} : { infoDueAt: `${infoDueAt}T23:59:59.000Z` };
      return toAuthorization(authorizationId, 'RecordPend', { payerReference, reasonCodes, infoRequested, ...due });
    }
    case 'approved':
    case 'partially_approved':
    case 'modified': {
      const { number, validity, units } = answer;
      return decide(answer.outcome, {
        ...(number !== undefined && { number }),
        ...(validity && { validity }),
        ...(units.length > 0 && { units }),
      });
    }
    case 'denied': {
      const { code, specific } = answer.denialReason;
      const words = code === '' && specific === '' ? 'The payer gave no reason.' : specific;
      return decide('denied', {
        denialReason: { ...(code !== '' && { code }), ...(words !== '' && { specific: words }) },
      });
    }
    case 'not_required':
      return decide('no_action_required');
    case 'contact_payer':
      return decide('contact_payer');
    case 'cancelled':
      return toAuthorization(authorizationId, 'CancelAuthorization', { reason: { code: 'cancelled_by_payer' } });
  }
};
