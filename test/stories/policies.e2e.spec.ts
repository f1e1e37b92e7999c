import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inDays } from '../support/bodies';
import { type Client, client } from '../support/http';
import { startSystem, type System } from '../support/system';

const calendarBody = {
  timeZone: 'America/Chicago',
  workDays: [1, 2, 3, 4, 5],
  opensAt: '07:30',
  closesAt: '18:00',
  holidays: ['2026-05-25'],
};
const hours = (amount: number) => ({ amount, unit: 'hours' });
const triage = (routine: number) => ({
  clock: 'K2',
  allowed: { stat: hours(1), urgent: hours(2), expedited: hours(4), routine: hours(routine) },
});

describe('a site that makes promises of its own', () => {
  let system: System;
  let api: Client;
  let calendarId: string;
  let policy: string;

  beforeAll(async () => {
    system = await startSystem();
    api = client(system.url);
  });
  afterAll(() => system.dispose());

  const expectImmutable = (answer: Awaited<ReturnType<Client['post']>>) => {
    expect(answer).toMatchObject({ status: 409, body: { status: 409, code: 'POLICY_IMMUTABLE' } });
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  };

  it('publishes its calendar, with the next holiday as another version', async () => {
    const first = await api.post('/business-calendars', calendarBody);
    expect(first).toMatchObject({ status: 201, body: { revision: 0 } });
    ({ calendarId } = first.body);
    const holidays = [...calendarBody.holidays, '2026-11-26'];
    const path = `/business-calendars/${calendarId}/publish-business-calendar-version`;
    expect(await api.post(path, { ...calendarBody, holidays })).toMatchObject({ status: 200, body: { revision: 1 } });
    const { body } = await api.get(`/business-calendars/${calendarId}`);
    expect(body.versions).toMatchObject([
      { version: 1, holidays: ['2026-05-25'] },
      { version: 2, holidays },
    ]);
  });

  it('publishes its policy once, however often it is sent, and a version from next week on', async () => {
    const body = { calendarId, clocks: [triage(8)] };
    const key = { 'idempotency-key': randomUUID() };
    const first = await api.post('/sla-policies', body, key);
    expect(first.status).toBe(201);
    expect((await api.post('/sla-policies', body, key)).body).toEqual(first.body);
    policy = `/sla-policies/${String(first.body.policyId)}`;
    const next = { calendarId, clocks: [triage(6)], effectiveFrom: inDays(7), version: 2 };
    expect((await api.post(`${policy}/publish-sla-policy-version`, next)).status).toBe(200);
    const { body: shown } = await api.get(policy);
    expect(shown.versions.map(({ version }: { version: number }) => version)).toEqual([1, 2]);
    expect(shown.versions[1].clocks).toHaveLength(15);
    expect(shown.allowedActions).toEqual(['PublishSlaPolicyVersion']);
  });

  it('cannot change what it has published, nor make promises for the past', async () => {
    const path = `${policy}/publish-sla-policy-version`;
    expectImmutable(await api.post(path, { calendarId, clocks: [triage(2)], version: 2 }));
    expectImmutable(await api.post(path, { calendarId, clocks: [triage(2)], effectiveFrom: inDays(-1) }));
    const late = { ...calendarBody, effectiveFrom: inDays(-1), opensAt: '09:00' };
    expectImmutable(await api.post(`/business-calendars/${calendarId}/publish-business-calendar-version`, late));
  });

  it('hears what is wrong with a calendar or a policy', async () => {
    const nowhere = await api.post('/business-calendars', { ...calendarBody, timeZone: 'Mars/Olympus' });
    expect(nowhere).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    const twice = await api.post('/sla-policies', { calendarId, clocks: [triage(8), triage(9)] });
    expect(twice).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    const unknown = await api.post(`/sla-policies/${randomUUID()}/publish-sla-policy-version`, {
      calendarId,
      clocks: [triage(8)],
    });
    expect(unknown).toMatchObject({ status: 404, body: { code: 'SLAPOLICY_NOT_FOUND' } });
  });

  it('leaves promises to those who configure the site', async () => {
    const answer = await api.post('/business-calendars', calendarBody, { 'x-roles': 'coordinator' });
    expect(answer).toMatchObject({ status: 403, body: { code: 'ROLE_NOT_PERMITTED' } });
  });
});
