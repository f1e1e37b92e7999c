import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { referralAggregate } from '@referral/referral';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import { badHeaders, badNotes, badQueries } from '../support/bad-input';
import { booking, inDays, note, referralBody, untilBooked } from '../support/bodies';
import { type Answer, type Client, client } from '../support/http';
import { type RawLog, rawLog } from '../support/raw-log';
import { startSystem, type System } from '../support/system';

/** `ScheduleAppointment` as the last part of its route. */
const kebabCase = (name: string): string => name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();

describe('what cannot be used', () => {
  let system: System;
  let api: Client;
  let log: RawLog;
  let referral: string;

  beforeAll(async () => {
    system = await startSystem();
    api = client(system.url);
    log = rawLog(system.eventStoreUrl);
    await api.post('/referrals', referralBody());
    const { body } = await api.post('/referrals', referralBody());
    referral = `/referrals/${String(body.referralId)}`;
    await api.get(`${referral}?atLeast=${String(body.position)}`);
  });
  afterAll(async () => {
    await log.close();
    await system.dispose();
  });
  afterEach(async () => {
    const events = (await log.all()).filter(({ streamId }) => streamId.startsWith('referral-'));
    expect(events.map(({ revision }) => revision)).toEqual([0, 1, 0, 1]);
  });

  const expectProblem = ({ status, headers, body }: Answer, expected: number, code: string, instance?: string) => {
    expect({ status, body }).toEqual({
      status: expected,
      body: expect.objectContaining({ status: expected, code, type: expect.stringMatching(/^urn:/) }),
    });
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(body.detail).toMatch(/\w{3,}/);
    expect(body.correlationId).toBe(headers.get('x-correlation-id'));
    if (instance !== undefined) expect(body.instance).toBe(`/api/v1${instance}`);
  };

  it.each(badNotes)('is refused with what is wrong: %s', async (_, body, detail) => {
    const answer = await api.post(`${referral}/add-note`, body);
    expectProblem(answer, 400, 'VALIDATION_FAILED', `${referral}/add-note`);
    expect(answer.body.detail).toMatch(detail);
  });

  it('names every field that is wrong, where it stands', async () => {
    const answer = await api.post('/referrals', referralBody({ referringParty: { id: 5 }, channel: 'pigeon' }));
    expectProblem(answer, 400, 'VALIDATION_FAILED', '/referrals');
    const paths = answer.body.errors.map(({ path }: { readonly path: string }) => path);
    expect(paths).toEqual(expect.arrayContaining(['referringParty.id', 'referringParty.type', 'channel']));
  });

  it('is refused when it is too large, or no JSON by its own account', async () => {
    expectProblem(await api.post(`${referral}/add-note`, note('x'.repeat(300_000))), 413, 'PAYLOAD_TOO_LARGE');
    const text = await api.post(`${referral}/add-note`, 'text=x', { 'content-type': 'text/plain' });
    expectProblem(text, 415, 'UNSUPPORTED_MEDIA_TYPE');
    const form = await api.post(`${referral}/add-note`, '<x/>', { 'content-type': 'application/xml' });
    expectProblem(form, 415, 'UNSUPPORTED_MEDIA_TYPE');
  });

  it.each(badHeaders)('is refused when it is a header: %s %s', async (name, value) => {
    expectProblem(await api.post(`${referral}/add-note`, note('x'), { [name]: value }), 400, 'VALIDATION_FAILED');
  });

  it.each(badQueries)('is refused when it is asked: %s', async (path) => {
    expectProblem(await api.get(path), 400, 'VALIDATION_FAILED', path.split('?')[0]);
  });

  it('is refused when it is asked of a referral', async () => {
    for (const query of ['history?asOf=today', 'history?time=both', 'history?asOf=2026-02-30T00:00:00Z'])
      expectProblem(await api.get(`${referral}/${query}`), 400, 'VALIDATION_FAILED');
    expectProblem(await api.get(`${referral}?atLeast=soon`), 400, 'VALIDATION_FAILED', referral);
    expectProblem(await api.get('/feed', { 'last-event-id': 'x' }), 400, 'VALIDATION_FAILED', '/feed');
  });

  it('is refused when it is a cursor that was changed, or belongs to another query', async () => {
    const { body } = await api.get('/worklists/unacknowledged?limit=1');
    const cursor = String(body.cursor);
    const changed = `${cursor.slice(0, 5)}${cursor[5] === 'A' ? 'B' : 'A'}${cursor.slice(6)}`;
    for (const path of ['unacknowledged?cursor=x', `unacknowledged?cursor=${changed}`, `eligibility?cursor=${cursor}`])
      expectProblem(await api.get(`/worklists/${path}`), 400, 'INVALID_CURSOR');
    expect((await api.get(`/worklists/unacknowledged?limit=1&cursor=${cursor}`)).status).toBe(200);
  });

  it('is refused when nothing is there', async () => {
    const nowhere = `/referrals/${randomUUID()}`;
    expectProblem(await api.post(`${nowhere}/add-note`, note('x')), 404, 'REFERRAL_NOT_FOUND', `${nowhere}/add-note`);
    for (const path of [nowhere, `${nowhere}/history`, `${nowhere}/actions`])
      expectProblem(await api.get(path), 404, 'REFERRAL_NOT_FOUND', path);
    for (const path of ['/worklists/none', '/nowhere', `${referral}/nothing`])
      expectProblem(await api.get(path), 404, 'NOT_FOUND', path);
    expectProblem(await api.post(`${referral}/lose-referral`, {}), 404, 'NOT_FOUND');
  });

  it("is refused when it is another tenant's, as if it were not there", async () => {
    const stranger = { 'x-tenant-id': 'stranger' };
    expectProblem(await api.post(`${referral}/add-note`, note('x'), stranger), 404, 'REFERRAL_NOT_FOUND');
    for (const path of [referral, `${referral}/history`, `${referral}/actions`])
      expectProblem(await api.get(path, stranger), 404, 'REFERRAL_NOT_FOUND', path);
    expect((await api.get('/worklists/unacknowledged', stranger)).body).toMatchObject({ count: 0, items: [] });
    // Its own looks are recorded before they are answered, so the trail may show them already.
    const { items } = (await api.get('/audit-trail', stranger)).body;
    expect(items.filter(({ streamId }: { streamId: string }) => !streamId.startsWith('access-stranger-'))).toEqual([]);
    expect((await api.get('/feed?after=0', stranger)).body.events).toEqual([]);
  });

  it('is refused when the stage forbids it, and says what would be possible', async () => {
    const answer = await api.post(`${referral}/schedule-appointment`, booking('visit-1', inDays(3)));
    expectProblem(answer, 409, 'ILLEGAL_TRANSITION', `${referral}/schedule-appointment`);
    expect(answer.body).toMatchObject({ from: 'received', command: 'ScheduleAppointment' });
    expect(answer.body.allowed).toEqual(expect.arrayContaining(['StartTriage', 'AddNote']));
  });

  const compliance = { 'x-roles': 'compliance' };

  it('is refused when the role forbids it: compliance reads and changes nothing', async () => {
    for (const [command, body] of [...untilBooked(), ['add-note', note('x')] as const]) {
      const path = `${referral}/${command}`;
      const answer = await api.post(path, body, compliance);
      expectProblem(answer, 403, 'READ_ONLY_ROLE', path);
    }
    expectProblem(await api.post('/referrals', referralBody(), compliance), 403, 'READ_ONLY_ROLE', '/referrals');
  });

  it('is refused as a problem whatever JSON a command is sent', async () => {
    const [first] = referralAggregate.commands.filter(({ creates }) => creates);
    // What asks for nothing is right with an empty body.
    const demanding = referralAggregate.commands.filter(({ command }) => validateSync(new command()).length > 0);
    const commands = demanding.map(({ name, creates }) => {
      if (name === first?.name) return '/referrals';
      return `${creates ? '/referrals' : referral}/${kebabCase(name)}`;
    });
    const fields = fc.constantFrom('referralId', 'reason', 'appointmentId', 'to', 'kind', 'by', 'occurredAt', 'items');
    const bodies = fc.oneof(fc.jsonValue({ maxDepth: 4 }), fc.dictionary(fields, fc.jsonValue({ maxDepth: 3 })));
    await fc.assert(
      fc.asyncProperty(bodies, fc.constantFrom(...commands), async (body, path) => {
        const { status, headers } = await api.post(path, JSON.stringify(body));
        expect([400, 404, 409, 413, 422]).toContain(status);
        expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});
