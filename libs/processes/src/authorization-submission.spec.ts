import { describe, expect, it } from '@jest/globals';
import {
  approved,
  authorizationId,
  contactPayer,
  opened,
  pended,
  referralId,
  submitted,
} from '@referral/authorization/testing';
import { authorizationSubmission } from './authorization-submission';
import type { Outcome } from './errand';
import { reacts } from './testing/given';

const { given } = reacts(authorizationSubmission);
const openedAt = '2026-03-02T09:00:00.000Z';
const submits = { due: 'submit', at: openedAt };
const settled = (name: string, outcome: Outcome) => ({ settled: name, outcome });
const said = (name: string, word: string) => settled(name, { outcome: 'answered', said: word });
const silence = (name: string, mayPass = true) =>
  settled(name, { outcome: 'unanswered', why: 'payer_timed_out', mayPass });

const member = { patientId: 'patient-1', coverageId: 'coverage-1', authorizationId };
const inquiry = (number: number) => ({
  ...member,
  ...{ traceNumber: `${authorizationId}.${number}`, payerReference: 'payer-77', number },
});

describe('the submission of an authorization', () => {
  it('sends to the payer what a process has opened', () => {
    given()
      .when({ fact: opened })
      .then({ timers: { submit: openedAt } });
    const { services, level } = opened.data;
    const asked = { ...member, traceNumber: authorizationId, referralId, level, services, failures: 0 };
    given(opened)
      .when(submits)
      .then({ commands: [['authorization', asked]] });
  });

  it('leaves to people what they have opened, or sent themselves', () => {
    given().when({ fact: opened, by: 'human' }).thenNothing();
    given(opened)
      .when({ fact: submitted })
      .then({ cleared: ['submit'] });
    given(opened).when({ unheard: submitted }, submits).thenNothing();
    given(opened).when(submits, { fact: submitted }, silence('authorization')).thenNothing();
  });

  it('sends it again when there is no answer, under the same trace', () => {
    const again = '2026-03-02T09:00:02.000Z';
    given(opened)
      .when(submits, silence('authorization'))
      .then({ timers: { submit: again } });
    const { waiting } = given(opened).when(submits, silence('authorization'), { due: 'submit', at: again });
    expect(Object.values(waiting.errands)).toMatchObject([{ traceNumber: authorizationId, failures: 1 }]);
    given(opened)
      .when(submits, silence('authorization', false))
      .then({ timers: { submit: '2026-03-03T09:00:00.000Z' } });
  });

  it('does not send again what may not be sent', () => {
    given(opened)
      .when(submits, settled('authorization', { outcome: 'refused', code: 'ILLEGAL_TRANSITION' }))
      .thenNothing();
  });

  const pendedThere = [submits, { fact: submitted }, { fact: pended }, said('authorization', 'pended')] as const;
  const first = { due: 'inquire', at: '2026-03-03T10:00:10.000Z' };
  const second = { due: 'inquire', at: '2026-03-03T10:01:10.000Z' };

  it('asks what became of one that is pended, again and again, under a trace of its own each time', () => {
    const { when } = given(opened);
    when(...pendedThere).then({ timers: { inquire: first.at } });
    when(first).then({ commands: [['authorization_inquiry', inquiry(1)]] });
    when(silence('authorization_inquiry')).then({ timers: { inquire: second.at } });
    when(second).then({ commands: [['authorization_inquiry', inquiry(2)]] });
    when(said('authorization_inquiry', 'pended')).then({ timers: { inquire: '2026-03-03T10:06:10.000Z' } });
  });

  it('asks no more once that is decided', () => {
    given(opened)
      .when(...pendedThere, { fact: approved })
      .then({ cleared: ['inquire'] });
    given(opened)
      .when(...pendedThere, { unheard: approved }, first)
      .thenNothing();
    given(opened)
      .when(...pendedThere, first, { fact: approved }, said('authorization_inquiry', 'approved'))
      .thenNothing();
  });

  it('does not ask about what the payer gave no reference for', () => {
    const { when } = given(opened);
    when(submits, { fact: submitted }, { fact: contactPayer }, said('authorization', 'contact_payer'));
    when({ due: 'inquire', at: '2026-03-05T10:00:10Z' }).thenNothing();
  });
});
