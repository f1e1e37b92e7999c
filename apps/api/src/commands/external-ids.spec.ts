import 'reflect-metadata';
import { derivedId, type Envelope } from '@referral/event-store';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Parts } from '../parts';
import { createApi } from '../serve';
import { clientOf } from '../testing/client';
import { partsInMemory } from '../testing/parts-in-memory';
import { receiveBody } from '../testing/receive-body';

describe('an external id', () => {
  let parts: Parts;
  let app: NestFastifyApplication;

  beforeEach(async () => {
    parts = partsInMemory();
    app = await createApi(parts);
    await app.init();
  });
  afterEach(() => app.close());

  const receive = (key: string, externalIds: readonly string[], roles = 'intake', more: object = {}) =>
    clientOf(app).post('/referrals', receiveBody(externalIds, more), { 'idempotency-key': key, 'x-roles': roles });

  const referralOf = (key: string) => derivedId('default', key, 'referralId');

  /** What a command leaves that reserved an external id and then broke off. */
  const brokenOff = (key: string, value: string) =>
    parts.uniqueNames.reserve({ system: 'urn:orders', value, owner: referralOf(key), envelope: envelopeOf(key) });

  const referrals = async (): Promise<number> => {
    const streams = new Set<string>();
    for await (const { streamId } of parts.store.readAll({ categories: ['referral'] })) streams.add(streamId);
    return streams.size;
  };

  it('is one referral’s, and another command hears whose', async () => {
    const first = await receive('k1', ['A']);
    expect(first.status).toBe(201);
    expect(await receive('k2', ['A'])).toMatchObject({
      status: 409,
      body: { code: 'DUPLICATE_EXTERNAL_ID', referralId: first.body['referralId'] },
    });
    expect(await receive('k1', ['A'])).toMatchObject({ status: 201, body: first.body });
  });

  it('stays free when a used key comes with another body', async () => {
    await receive('k1', ['A']);
    expect(await receive('k1', ['B'])).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
    expect(await receive('k2', ['B'])).toMatchObject({ status: 201 });
  });

  it('stays free when it comes with one that is taken', async () => {
    await receive('k1', ['A']);
    expect(await receive('k3', ['A', 'C'])).toMatchObject({ status: 409 });
    expect(await receive('k3', ['C', 'A'])).toMatchObject({ status: 409 });
    expect(await receive('k4', ['C'])).toMatchObject({ status: 201 });
  });

  it.each([
    ['by role', 'analyst', {}, 403],
    ['by time', 'intake', { occurredAt: '2020-01-01T00:00:00Z' }, 422],
  ])('stays free when the command is refused %s', async (_, roles, more, status) => {
    expect((await receive('k5', ['D', 'E'], roles, more)).status).toBe(status);
    const events = [];
    for await (const event of parts.store.readAll()) events.push(event.type);
    expect(events).toEqual([]);
    expect(await receive('k6', ['D'])).toMatchObject({ status: 201 });
    expect(await receive('k7', ['E'])).toMatchObject({ status: 201 });
  });

  it('is completed by whoever comes next, under the id that was reserved', async () => {
    await brokenOff('k8', 'F');
    const { status, body } = await receive('k9', ['F']);
    expect([status, body['referralId']]).toEqual([201, referralOf('k8')]);
    expect(await receive('k9', ['F'])).toMatchObject({ status: 201, body });
    expect(await receive('k8', ['F'])).toMatchObject({ status: 409, body: { code: 'DUPLICATE_EXTERNAL_ID' } });
    expect(await referrals()).toBe(1);
  });

  it.each([[['G']], [[]]])('completed under a key leaves that key no second referral: %j', async (externalIds) => {
    await brokenOff('k8', 'F');
    await receive('k9', ['F']);
    expect(await receive('k9', externalIds)).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
    expect(await receive('k10', ['G'])).toMatchObject({ status: 201 });
    expect(await referrals()).toBe(2);
  });

  it('is free again when its referral came without it', async () => {
    await brokenOff('k1', 'H');
    await receive('k1', ['A']);
    expect(await receive('k2', ['H'])).toMatchObject({ status: 201, body: { referralId: referralOf('k2') } });
    expect(await receive('k3', ['H'])).toMatchObject({ status: 409, body: { referralId: referralOf('k2') } });
  });

  it('makes one referral of twenty commands at once, also with two ids in either order', async () => {
    const keys = Array.from({ length: 20 }, (_, index) => `twin-${String(index)}`);
    const answers = await Promise.all(
      keys.map((key, index) => receive(key, index % 2 === 0 ? ['X', 'Y'] : ['Y', 'X'])),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
    expect(await referrals()).toBe(1);
  });

  it('gives twins under one key one answer', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => receive('k1', ['A', 'B'])));
    for (const { status, body } of answers) expect({ status, body }).toEqual({ status: 201, body: answers[0]?.body });
    expect(await referrals()).toBe(1);
  });
});

const envelopeOf = (commandId: string): Envelope => ({
  tenantId: 'default',
  recordedAt: '2026-03-01T09:00:00.000Z',
  actor: { userId: 'clerk', kind: 'human', roles: ['intake'], team: 'default' },
  source: { channel: 'api' },
  commandId,
  commandType: 'ReceiveReferral',
  commandHash: '',
  correlationId: 'c',
  causationId: 'c',
});
