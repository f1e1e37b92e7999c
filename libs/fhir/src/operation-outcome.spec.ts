import { describe, expect, it } from '@jest/globals';
import { alreadyReceivedAs, operationOutcome, receivedAs } from './operation-outcome';
import { message } from './testing/messages';
import { issuesOf, onlyOrder, taken } from './testing/read';

const reference = 'REF-2026-000123-K';

describe('the OperationOutcome', () => {
  it('tells every problem of a refused message where it stands', () => {
    expect(operationOutcome(issuesOf(message({ subject: { reference: 'Patient/nobody' } })))).toEqual({
      resourceType: 'OperationOutcome',
      issue: [
        {
          severity: 'error',
          code: 'not-found',
          diagnostics: 'Nothing in the message is known by this reference.',
          expression: ['Bundle.entry[0].resource.subject.reference'],
        },
      ],
    });
  });

  it('tells as what each order was received, and what was remarked', () => {
    const completed = message({ status: 'completed' });
    const outcome = operationOutcome([receivedAs(onlyOrder(completed), reference), ...taken(completed).remarks]);
    expect(outcome.issue.map(({ severity, code }) => [severity, code])).toEqual([
      ['information', 'informational'],
      ['warning', 'business-rule'],
    ]);
    expect(outcome.issue[0]).toMatchObject({
      diagnostics: `Received as ${reference}.`,
      expression: ['Bundle.entry[0].resource'],
    });
  });

  it('tells that an order had been received before', () => {
    expect(operationOutcome([alreadyReceivedAs(onlyOrder(message()), reference)]).issue).toEqual([
      {
        severity: 'information',
        code: 'duplicate',
        diagnostics: `Already received as ${reference}; nothing was changed.`,
        expression: ['Bundle.entry[0].resource'],
      },
    ]);
  });

  it('has an issue even when there is nothing to tell', () => {
    expect(operationOutcome([]).issue).toEqual([
      { severity: 'information', code: 'informational', diagnostics: 'Understood.' },
    ]);
  });
});
