import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { referralBody, untilBooked } from '../support/bodies';
import { eventually } from '../support/eventually';
import { ready } from '../support/faults/killing';
import { follow, type Follower } from '../support/event-stream';
import { type Client, client } from '../support/http';
import { type Program, startSystem, type System } from '../support/system';

describe('the feed', () => {
  let system: System;
  let api: Client;
  let follower: Follower;

  beforeAll(async () => {
    system = await startSystem({ environment: { FEED_HEARTBEAT_MS: '200' } });
    api = client(system.url);
    follower = follow(system.url);
  });
  afterAll(async () => {
    await follower.leave();
    await system.dispose();
  });

  /** A referral with five public events. */
  const publish = async (): Promise<string> => {
    const { body } = await api.post('/referrals', referralBody());
    for (const [command, more] of untilBooked())
      await api.post(`/referrals/${String(body.referralId)}/${command}`, more);
    return body.referralId;
  };
  const pages = async (): Promise<readonly string[]> => {
    const ids: string[] = [];
    for (let after = '0'; ;) {
      const { body } = await api.get(`/feed?after=${after}&limit=3`);
      if (body.events.length === 0) return ids;
      ids.push(...body.events.map(({ id }: { readonly id: string }) => id));
      after = body.next;
    }
  };
  const streamed = (): readonly unknown[] => follower.events.map(({ data }) => data['id']);
  const agreed = (what: string, count: number) =>
    eventually(what, () => (follower.events.length >= count ? true : undefined), 30_000);

  it('gives a sign of life while nothing happens', async () => {
    await eventually('two heartbeats', () => (follower.heartbeats() >= 2 ? true : undefined));
    expect(follower.events).toEqual([]);
  });

  it('tells what happens as it happens, as its pages do', async () => {
    await publish();
    await agreed('five public events', 5);
    expect(follower.events.map(({ type }) => type)).toEqual([
      'referral.received.v1',
      'referral.urgency-changed.v1',
      'referral.triaged.v1',
      'referral.eligibility-verified.v1',
      'referral.appointment-scheduled.v1',
    ]);
    expect(streamed()).toEqual(await pages());
    for (const { id, type, data } of follower.events) expect(data).toMatchObject({ position: id, type });
  });

  it('skips nothing and tells nothing twice when its processes are killed', async () => {
    const connections = follower.connections();
    for (const program of ['api', 'projector'] as const satisfies readonly Program[]) {
      await publish();
      await system.kill(program);
      await ready(system.url);
    }
    await publish();
    await agreed('every public event', 20);
    expect(follower.connections()).toBeGreaterThan(connections);
    expect(streamed()).toEqual(await pages());
    expect(new Set(streamed()).size).toBe(20);
  }, 120_000);

  it('tells only the types and categories that are asked for', async () => {
    const { body } = await api.get('/feed?type=referral.triaged.v1');
    expect(body.events.map(({ type }: { readonly type: string }) => type)).toEqual(
      Array.from({ length: 4 }, () => 'referral.triaged.v1'),
    );
    expect((await api.get('/feed?category=invoice')).body.events).toEqual([]);
    expect((await api.get('/feed?category=referral&limit=500')).body.events).toHaveLength(20);
  });

  it('shows each tenant its own', async () => {
    await api.post('/referrals', referralBody(), { 'x-tenant-id': `tenant-${randomUUID()}` });
    expect(await pages()).toHaveLength(20);
  });
});
