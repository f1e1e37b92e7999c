import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clinic, firstVisit, inDays, office, referralBody } from '../support/bodies';
import { eventually } from '../support/eventually';
import { type Answer, type Client, client } from '../support/http';
import { startSystem, type System } from '../support/system';

const secret = 'Synthetic Sender, about a synthetic patient';
const fax = (): object => ({
  channel: 'fax',
  externalIds: [{ system: 'urn:faxes', value: randomUUID() }],
  senderRaw: secret,
  transport: { faxNumberMasked: '***-***-0123', pages: 2 },
});

describe('a fax that becomes a referral, and its prior authorization', () => {
  let system: System;
  let api: Client;
  let item: string;
  let referralId: string;
  let authorization: string;
  const patientId = randomUUID();

  beforeAll(async () => {
    system = await startSystem();
    api = client(system.url);
  }, 90_000);
  afterAll(() => system.dispose());

  const done = async (path: string, body: object): Promise<Answer> => {
    const answer = await api.post(path, body);
    expect(answer).toMatchObject({ status: 200 });
    return answer;
  };
  const refused = async (path: string, body: object, status: number, code: string) => {
    const answer = await api.post(path, body);
    expect(answer).toMatchObject({ status, body: { status, code } });
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  };

  it('comes in once, however often it is sent', async () => {
    const body = fax();
    const key = { 'idempotency-key': randomUUID() };
    const first = await api.post('/intake-items', body, key);
    expect(first).toMatchObject({ status: 201, body: { revision: 0 } });
    expect(first.headers.get('location')).toBe(`/api/v1/intake-items/${String(first.body.intakeId)}`);
    expect((await api.post('/intake-items', body, key)).body).toEqual(first.body);
    item = `/intake-items/${String(first.body.intakeId)}`;
  });

  it('is read and matched', async () => {
    const fields = [{ field: 'patient.name', value: 'Synthetic Patient', confidence: 0.8, by: 'ocr' }];
    await done(`${item}/extract-intake-data`, { fields });
    await done(`${item}/propose-patient-match`, { candidates: [{ patientId, score: 0.9, evidence: ['name_equal'] }] });
    await refused(`${item}/convert-to-referral`, { referralId: randomUUID() }, 409, 'ILLEGAL_TRANSITION');
    await done(`${item}/confirm-patient-match`, { patientId, method: 'demographic_review' });
    const { body, headers } = await api.get(item);
    expect(body).toMatchObject({ stage: 'matched', match: { patientId }, revision: 3 });
    expect(body.allowedActions).toEqual(expect.arrayContaining(['ConvertToReferral', 'AttachToReferral']));
    expect(headers.get('etag')).toBe('"3"');
  });

  it('shows what it says of the patient to whom that is for, and to nobody else', async () => {
    const shown = await api.get(item, { 'x-roles': 'intake', 'x-user-id': 'clerk-7' });
    expect(JSON.stringify(shown.body.patientData)).toContain(secret);
    const hidden = await api.get(item, { 'x-roles': 'system' });
    expect(hidden.status).toBe(200);
    expect(JSON.stringify(hidden.body)).not.toContain(secret);
    expect(await api.get(item, { 'x-roles': 'analyst' })).toMatchObject({ status: 403 });
    const seen = await eventually('the reading is on record', async () => {
      const { body } = await api.get('/audit-trail?actor=clerk-7&type=RecordRead');
      return body.items.length > 0 ? body.items : undefined;
    });
    expect(seen[0]).toMatchObject({ category: 'intake', aggregateId: item.split('/').at(-1) });
  });

  it('is converted to the referral of its patient, and to no other', async () => {
    const other = await api.post('/referrals', referralBody());
    const intakeId = item.split('/').at(-1);
    const made = await api.post('/referrals', referralBody({ patientId, intakeId }));
    ({ referralId } = made.body);
    const convert = `${item}/convert-to-referral`;
    await refused(convert, { referralId: randomUUID() }, 404, 'REFERRAL_NOT_FOUND');
    await refused(convert, { referralId: other.body.referralId }, 409, 'PATIENT_MISMATCH');
    await done(convert, { referralId });
    expect((await api.get(item)).body).toMatchObject({ stage: 'converted', referralId });
  });

  it('gets an authorization opened, submitted, pended and approved', async () => {
    const services = [{ code: firstVisit, units: 2, from: inDays(0).slice(0, 10), to: inDays(90).slice(0, 10) }];
    const request = {
      ...{ referralId, coverageId: 'coverage-1', services, level: 'expedited', planProfileVersion: 1 },
      ...{ requestingProvider: office, servicingProvider: clinic },
    };
    await refused('/authorizations', { ...request, referralId: randomUUID() }, 404, 'REFERRAL_NOT_FOUND');
    await refused('/authorizations', { ...request, level: 'soon' }, 400, 'VALIDATION_FAILED');
    const opened = await api.post('/authorizations', request);
    expect(opened.status).toBe(201);
    authorization = `/authorizations/${String(opened.body.authorizationId)}`;
    const evidence = { evidenceDocumentId: 'document-1' };
    await refused(`${authorization}/record-decision`, { decision: 'approved', ...evidence }, 409, 'NO_SUBMISSION');
    await done(`${authorization}/submit-authorization`, { method: 'portal', traceNumber: 'trace-1' });
    await done(`${authorization}/record-pend`, { payerReference: 'payer-1', infoRequested: ['Notes'] });
    await refused(
      `${authorization}/record-decision`,
      { decision: 'denied', ...evidence },
      422,
      'DENIAL_REASON_REQUIRED',
    );
    await done(`${authorization}/record-decision`, { decision: 'approved', number: 'A-1', ...evidence });
    const { body } = await api.get(authorization);
    expect(body).toMatchObject({ stage: 'approved', referralId, granted: { units: [{ approved: 2, used: 0 }] } });
    const [{ submittedAt, decisionDueAt }] = body.submissions;
    expect(Date.parse(decisionDueAt) - Date.parse(submittedAt)).toBe(72 * 3_600_000);
  });

  it('cannot use more than was approved, and not on an older state than the caller saw', async () => {
    const use = { appointmentId: 'visit-1', service: firstVisit, serviceDate: inDays(1).slice(0, 10), units: 2 };
    await refused(`${authorization}/use-units`, { ...use, units: 3 }, 422, 'AUTHORIZATION_UNITS_EXHAUSTED');
    expect(await api.post(`${authorization}/use-units`, use, { 'if-match': '"1"' })).toMatchObject({ status: 412 });
    await done(`${authorization}/use-units`, use);
    expect((await api.get(authorization)).body).toMatchObject({ stage: 'exhausted' });
  });

  it('is not there for another tenant', async () => {
    const stranger = { 'x-tenant-id': 'stranger' };
    expect(await api.get(item, stranger)).toMatchObject({ status: 404, body: { code: 'INTAKE_NOT_FOUND' } });
    const answer = await api.get(authorization, stranger);
    expect(answer).toMatchObject({ status: 404, body: { code: 'AUTHORIZATION_NOT_FOUND' } });
  });

  it('is in the audit trail, under its referral where that is known', async () => {
    const types = await eventually('everything is on record', async () => {
      const { body } = await api.get(`/audit-trail?referralId=${referralId}&limit=200`);
      const found: readonly string[] = body.items.map(({ type }: { type: string }) => type);
      return found.includes('AuthorizationExhausted') ? found : undefined;
    });
    expect(types).toEqual(
      expect.arrayContaining(['ReferralReceived', 'IntakeItemConverted', 'AuthorizationOpened', 'AuthorizationPended']),
    );
    const { body } = await api.get(
      `/audit-trail?aggregateId=${String(item.split('/').at(-1))}&type=IntakeItemReceived`,
    );
    expect(body.items).toMatchObject([{ category: 'intake', command: 'ReceiveIntakeItem', stageAfter: 'received' }]);
    expect(JSON.stringify(body)).not.toContain(secret);
  });
});
