import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { because, booking, clinic, eligibility, firstVisit, inDays, office, referralBody } from '../support/bodies';
import { eventually } from '../support/eventually';
import { type Client, client } from '../support/http';
import { startSystem, type System } from '../support/system';

describe('a referral, from receipt to closed loop', () => {
  let system: System;
  let api: Client;
  let referralId: string;
  let latest = '0';

  beforeAll(async () => {
    system = await startSystem();
    api = client(system.url);
  });
  afterAll(() => system.dispose());

  const queuesNow = async (): Promise<readonly string[]> => {
    const { body } = await api.get(`/referrals/${referralId}?atLeast=${latest}`);
    return body.queues.map(({ id }: { id: string }) => id);
  };
  const command = async (name: string, body: object, daysAgo: number) => {
    const answer = await api.post(`/referrals/${referralId}/${name}`, { ...body, occurredAt: inDays(-daysAgo) });
    expect(answer).toMatchObject({ status: 200 });
    latest = answer.body.position;
  };

  it('is received once, however often it is sent', async () => {
    const key = randomUUID();
    const body = referralBody({ occurredAt: inDays(-20) });
    const first = await api.post('/referrals', body, { 'idempotency-key': key });
    const again = await api.post('/referrals', body, { 'idempotency-key': key });
    expect(first).toMatchObject({ status: 201, body: { revision: 1 } });
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(first.headers.get('location')).toBe(`/api/v1/referrals/${String(first.body.referralId)}`);
    expect(first.headers.get('etag')).toBe('"1"');
    ({ referralId, position: latest } = first.body);
  });

  it('stands in a queue at every step until it is closed', async () => {
    expect(await queuesNow()).toEqual(expect.arrayContaining(['Q04', 'Q08', 'Q41']));
    await command('start-triage', { reviewerId: 'reviewer-1' }, 19.9);
    await command('set-urgency', { to: 'routine', basis: 'protocol', reason: because('protocol') }, 19.8);
    expect(await queuesNow()).toContain('Q08');
    await command('accept-referral', { acceptedBy: clinic, destination: clinic, service: firstVisit }, 19);
    expect(await queuesNow()).toContain('Q10');
    await command('verify-eligibility', eligibility(), 18);
    expect(await queuesNow()).toContain('Q17');
    await command('schedule-appointment', booking('visit-1', inDays(-8)), 17);
    expect(await queuesNow()).toContain('Q23');
    await command('record-attendance', { appointmentId: 'visit-1', evidence: 'receiving_system' }, 7.9);
    await command(
      'record-consult-note',
      { kind: 'final', author: clinic, authoredAt: inDays(-6), matchedBy: 'referral_id' },
      5,
    );
    expect(await queuesNow()).toContain('Q26');
    await command('forward-report-to-referrer', { to: office }, 4);
    expect(await queuesNow()).toContain('Q27');
    await command('acknowledge-report', { by: office.id, disposition: 'no_further_action' }, 3);
    expect(await queuesNow()).toContain('Q28');
    await command(
      'close-referral',
      { closureOutcome: 'loop_closed', patientInformed: true, referrerInformed: true },
      2,
    );
    expect(await queuesNow()).toEqual([]);
  });

  it('tells its history, and what it was at an instant by either time', async () => {
    const whole = await api.get(`/referrals/${referralId}/history`);
    const types: readonly string[] = whole.body.events.map(({ type }: { type: string }) => type);
    // Deadlines are told as they are kept or broken, at any time in between.
    expect(types.filter((type) => !type.startsWith('Sla'))).toEqual([
      'ReferralReceived',
      'ReferralCompletenessReached',
      'TriageStarted',
      'UrgencyAssigned',
      'ReferralAccepted',
      'EligibilityVerified',
      'AppointmentScheduled',
      'AppointmentAttended',
      'ConsultNoteReceived',
      'ReportForwarded',
      'ReportAcknowledged',
      'ReferralClosed',
    ]);
    expect(whole.body.state.stage).toBe('closed');
    const effective = await api.get(`/referrals/${referralId}/history?time=effective&asOf=${inDays(-10)}`);
    expect(effective.body.state.stage).toBe('scheduled');
    const recorded = await api.get(`/referrals/${referralId}/history?asOf=${inDays(-10)}`);
    expect(recorded.body).toMatchObject({ state: { stage: 'none' }, events: [] });
  });

  it('leaves a record of who read it', async () => {
    await api.get(`/referrals/${referralId}/history`, { 'x-user-id': 'auditor-1', 'x-roles': 'compliance' });
    const seen = await eventually('the record is visible', async () => {
      const { body } = await api.get('/audit-trail?actor=auditor-1&type=ReferralHistoryRead');
      return body.items.length > 0 ? body.items : undefined;
    });
    expect(seen[0]).toMatchObject({ actorId: 'auditor-1', referralId });
  });

  it('counts in the turnaround figures', async () => {
    const { body } = await api.get(
      `/metrics/turnaround?metric=M12,M20,R08&groupBy=specialty,urgency&atLeast=${latest}`,
    );
    expect(body.figures).toMatchObject([
      {
        metric: 'M12@1',
        started: 1,
        completed: 1,
        censored: 0,
        group: { specialty: 'cardiology', urgency: 'routine' },
      },
      { metric: 'M20@1', started: 1, completed: 1, censored: 0 },
    ]);
    expect(Math.round(body.figures[0].gross.median)).toBe(3 * 24 * 60);
    expect(body.rates).toMatchObject([{ metric: 'R08@1', numerator: 1, denominator: 1, rate: 1 }]);
  });

  it('goes out in the feed without patient data, each public event once and in order', async () => {
    const { body } = await api.get('/feed?after=0');
    expect(body.events.map(({ type }: { type: string }) => type)).toContain('referral.closed.v1');
    expect(body.events.map(({ sequence }: { sequence: number }) => sequence)).toEqual(
      body.events.map((_: unknown, index: number) => index + 1),
    );
    expect(JSON.stringify(body)).not.toContain('palpitations');
    expect((await api.get(`/feed?after=${String(body.head)}`)).body).toMatchObject({ events: [], head: body.head });
  });
});
