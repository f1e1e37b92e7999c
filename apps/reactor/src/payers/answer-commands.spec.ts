import { describe, expect, it } from '@jest/globals';
import type { AuthorizationAnswer, EligibilityAnswer } from '@referral/payer';
import type { AuthorizationQuestion, EligibilityQuestion } from '@referral/processes';
import { authorizationAnswered, eligibilityAnswered } from './answer-commands';

const member = { traceNumber: 'trace-1', patientId: 'patient-1', coverageId: 'coverage-1', referralId: 'r1' };
const question: AuthorizationQuestion = {
  ...{ ...member, kind: 'authorization', authorizationId: 'a1', level: 'standard', services: [], failures: 0 },
};
const raw = 'ISA*00*...';

/** The command that files an answer, without whom it goes to. */
const filed = (answer: AuthorizationAnswer) => {
  const { command, body } = authorizationAnswered(question, answer);
  return { command, body };
};

const decided = (decision: string, more: object = {}) => ({
  command: 'RecordDecision',
  body: { decision, evidenceDocumentId: 'x12-278-trace-1', ...more },
});

describe('what a payer answers', () => {
  it('is filed without what it sent word for word', () => {
    const asked: EligibilityQuestion = { ...member, kind: 'eligibility', serviceDate: '2026-11-16', failures: 0 };
    const finding: Omit<EligibilityAnswer, 'raw'> = {
      ...{ outcome: 'active', serviceCovered: true, network: 'in', authRequired: 'no', sourceRef: 'payer-1' },
      ...{ asOfDate: '2026-11-16', validThrough: '2026-11-30' },
    };
    expect(eligibilityAnswered(asked, { ...finding, raw })).toEqual({
      ...{ kind: 'command', category: 'referral', id: 'r1', command: 'VerifyEligibility' },
      body: { coverageId: 'coverage-1', ...finding },
    });
  });

  it('is a pend with what the payer wants by the end of a day', () => {
    const wants = { payerReference: 'case-1', reasonCodes: ['0V'], infoRequested: ['34117-2'] };
    expect(filed({ outcome: 'pended', ...wants, infoDueAt: '2026-11-30', raw })).toEqual({
      command: 'RecordPend',
      body: { ...wants, infoDueAt: '2026-11-30T23:59:59.000Z' },
    });
  });

  it('is a decision with what is granted', () => {
    const units = [{ service: { system: 'urn:service', code: '99244' }, approved: 2 }];
    const validity = { start: '2026-11-16', end: '2027-02-16' };
    const granted = { decidedOn: '2026-11-16', raw };
    expect(filed({ outcome: 'approved', ...granted, number: 'A-1', validity, units })).toEqual(
      decided('approved', { number: 'A-1', validity, units }),
    );
    expect(filed({ outcome: 'modified', ...granted, units })).toEqual(decided('modified', { units }));
    expect(filed({ outcome: 'not_required', ...granted })).toEqual(decided('no_action_required'));
    expect(filed({ outcome: 'contact_payer', ...granted })).toEqual(decided('contact_payer'));
  });

  it('is a denial with its reason, or with the word that the payer gave none', () => {
    const denied = (code: string, specific: string) =>
      filed({ outcome: 'denied', decidedOn: '2026-11-16', raw, denialReason: { code, specific } });
    expect(denied('0F', '')).toEqual(decided('denied', { denialReason: { code: '0F' } }));
    expect(denied('0F', 'Not shown to be needed')).toEqual(
      decided('denied', { denialReason: { code: '0F', specific: 'Not shown to be needed' } }),
    );
    expect(denied('', '')).toEqual(decided('denied', { denialReason: { specific: 'The payer gave no reason.' } }));
  });

  it('ends an authorization that the payer has cancelled', () => {
    expect(filed({ outcome: 'cancelled', decidedOn: '2026-11-16', raw })).toEqual({
      command: 'CancelAuthorization',
      body: { reason: { code: 'cancelled_by_payer' } },
    });
  });
});
