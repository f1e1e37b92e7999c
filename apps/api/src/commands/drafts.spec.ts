import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createApi } from '../serve';
import { clientOf } from '../testing/client';
import { partsInMemory } from '../testing/parts-in-memory';
import { receiveBody } from '../testing/receive-body';

const party = { id: 'office-1', type: 'office', name: 'Synthetic Practice' };
const draft = {
  direction: 'outgoing',
  patientId: 'patient-1',
  requestedBy: party,
  requestedSpecialty: { system: 'urn:specialty', code: 'cardiology' },
  requestedService: { system: 'urn:service', code: 'first-visit' },
  channel: 'portal',
};
const content = {
  submittedBy: 'user-1',
  clinicalQuestion: 'Synthetic question',
  type: 'consult',
  claimedUrgency: 'routine',
  validity: { start: '2026-01-01', end: '2027-12-31' },
};

describe('a draft', () => {
  let app: NestFastifyApplication;

  beforeEach(async () => {
    app = await createApi(partsInMemory());
    await app.init();
  });
  afterEach(() => app.close());

  const post = (path: string, body: object, key: string) =>
    clientOf(app).post(path, body, { 'idempotency-key': key, 'x-roles': 'coordinator' });

  it('is begun beside the route of received referrals, with a number, and handed in under its own id', async () => {
    const begun = await post('/referrals/draft-referral', draft, 'k1');
    expect(begun).toMatchObject({ status: 201, body: { revision: 0 } });
    const path = `/referrals/${String(begun.body['referralId'])}`;
    expect(await post(`${path}/submit-referral`, content, 'k2')).toMatchObject({ status: 200, body: { revision: 3 } });
    const history = await clientOf(app).get(`/api/v1${path}/history`);
    const { reference } = (history.body['state'] as { registration: { reference: string } }).registration;
    expect(reference).toMatch(/^REF-\d{4}-\d{6}-/);
    expect(history.body['state']).toMatchObject({ stage: 'received' });
  });

  it('is begun once under one key, and its key begins nothing else', async () => {
    const begun = await post('/referrals/draft-referral', draft, 'k1');
    expect(await post('/referrals/draft-referral', draft, 'k1')).toMatchObject({ status: 201, body: begun.body });
    expect(await post('/referrals', receiveBody(), 'k1')).toMatchObject({
      status: 422,
      body: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
  });
});
