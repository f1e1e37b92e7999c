import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { InMemoryEventStore, type StoredMessage } from '@referral/event-store';
import type { FollowOptions } from '@referral/eventsourcing';
import { createApi } from '../serve';
import { type Answer, clientOf } from '../testing/client';
import { partsInMemory } from '../testing/parts-in-memory';
import { receiveBody } from '../testing/receive-body';

/** A store whose followers hear of everything a while after it was written. */
class SlowlyHeard extends InMemoryEventStore {
  override async *follow(options: FollowOptions): AsyncGenerator<StoredMessage> {
    for await (const message of super.follow(options)) {
      await pause(100);
      yield message;
    }
  }
}

const item = (code: string, more: object = {}) => ({
  ...{ code, label: code, mandatory: true, acceptableKinds: ['lab'], maxAgeDays: 90 },
  ...more,
});
const cardiology = { system: 'urn:specialty', code: 'cardiology' };

describe('the checklist of a referral', () => {
  let store: SlowlyHeard;
  let app: NestFastifyApplication;
  const started = async () => {
    const api = await createApi(partsInMemory({ store }));
    return api.init();
  };

  beforeEach(async () => {
    store = new SlowlyHeard();
    app = await started();
  });
  afterEach(() => app.close());

  const post = (path: string, body: object, headers: Readonly<Record<string, string>> = {}) =>
    clientOf(app).post(path, body, headers);
  const publish = async (items: readonly object[], headers = {}): Promise<string> => {
    const answer = await post('/requirement-sets', { specialty: cardiology, items }, headers);
    expect(answer.status).toBe(201);
    return String(answer.body['requirementSetId']);
  };
  const completenessOf = async ({ body }: Answer): Promise<object> => {
    const history = await clientOf(app).get(`/api/v1/referrals/${String(body['referralId'])}/history`);
    return (history.body['state'] as { facets: { completeness: object } }).facets.completeness;
  };

  it('is the requirement set in force from its publication to its end', async () => {
    const before = await post('/referrals', receiveBody());
    expect(await completenessOf(before)).toMatchObject({ requirementSet: null, missing: [] });
    const requirementSetId = await publish([item('ecg'), item('letter'), item('list', { mandatory: false })]);
    const held = await post('/referrals', receiveBody([], { presentItems: ['letter', 'list'] }));
    expect(await completenessOf(held)).toMatchObject({
      requirementSet: { requirementSetId, requirementSetVersion: 1 },
      required: [
        { code: 'ecg', acceptableKinds: ['lab'], maxAgeDays: 90 },
        { code: 'letter', acceptableKinds: ['lab'], maxAgeDays: 90 },
      ],
      missing: ['ecg'],
      items: [
        { code: 'ecg', status: 'missing' },
        { code: 'letter', status: 'received' },
      ],
    });
    await post(`/requirement-sets/${requirementSetId}/retire-requirement-set`, { reason: { code: 'replaced' } });
    const after = await post('/referrals', receiveBody([], { missingItems: ['letter'] }));
    expect(await completenessOf(after)).toMatchObject({ requirementSet: null, missing: ['letter'] });
  });

  it('is known from the start, whenever it was published', async () => {
    await publish([item('ecg')]);
    await app.close();
    app = await started();
    expect(await completenessOf(await post('/referrals', receiveBody()))).toMatchObject({ missing: ['ecg'] });
  });

  it('is that of its tenant alone', async () => {
    await publish([item('ecg')], { 'x-tenant-id': 'other' });
    expect(await completenessOf(await post('/referrals', receiveBody()))).toMatchObject({ requirementSet: null });
  });

  it('stays what it was when the same command comes again after a new version', async () => {
    const requirementSetId = await publish([item('ecg')]);
    const key = { 'idempotency-key': 'order-1' };
    const first = await post('/referrals', receiveBody(['order-1']), key);
    const next = { specialty: cardiology, items: [item('letter')] };
    await post(`/requirement-sets/${requirementSetId}/publish-requirement-set-version`, next);
    const again = await post('/referrals', receiveBody(['order-1']), key);
    expect(again.body).toEqual(first.body);
    expect(await completenessOf(again)).toMatchObject({ missing: ['ecg'] });
    expect(await completenessOf(await post('/referrals', receiveBody()))).toMatchObject({ missing: ['letter'] });
  });

  it('is the version that the caller names, with what it wants where it was published here', async () => {
    const requirementSetId = await publish([item('ecg')]);
    const next = { specialty: cardiology, items: [item('letter')] };
    await post(`/requirement-sets/${requirementSetId}/publish-requirement-set-version`, next);
    const named = async (requirementSet: object) =>
      completenessOf(await post('/referrals', receiveBody([], { requirementSet, missingItems: ['map'] })));
    expect(await named({ requirementSetId, requirementSetVersion: 1 })).toMatchObject({ missing: ['ecg', 'map'] });
    const elsewhere = { requirementSetId: 'partner-set', requirementSetVersion: 7 };
    expect(await named(elsewhere)).toMatchObject({ requirementSet: elsewhere, required: [], missing: ['map'] });
  });

  it('holds for a draft when it is handed in', async () => {
    const { body } = await post('/referrals/draft-referral', {
      ...{ direction: 'outgoing', patientId: 'patient-1', channel: 'portal', requestedSpecialty: cardiology },
      requestedBy: { id: 'office-1', type: 'office' },
      requestedService: { system: 'urn:service', code: 'first-visit' },
    });
    const requirementSetId = await publish([item('ecg')]);
    const { clinicalQuestion, type, claimedUrgency, validity } = receiveBody() as Record<string, unknown>;
    const content = { submittedBy: 'user-1', clinicalQuestion, type, claimedUrgency, validity };
    const handedIn = await post(`/referrals/${String(body['referralId'])}/submit-referral`, content);
    expect(handedIn.status).toBe(200);
    expect(await completenessOf(handedIn)).toMatchObject({ requirementSet: { requirementSetId }, missing: ['ecg'] });
  });

  it('is not looked up by what a body says of it', async () => {
    const answer = await post('/referrals', receiveBody([], { checklist: { required: [], optional: [] } }));
    expect(answer).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
  });
});
