import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { because, booking, inDays, referralBody, untilBooked } from '../support/bodies';
import { type Client, client } from '../support/http';
import { startSystem, type System } from '../support/system';

interface Item {
  readonly referralId: string;
  readonly reason: string;
  readonly allowedActions: readonly string[];
}

describe('the work queues', () => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'referral-ledger-'));
  let system: System;
  let api: Client;
  let latest = '0';
  // What processes add by themselves would differ between two looks.
  const environment = { REACTOR: '0' };

  beforeAll(async () => {
    system = await startSystem({ dataDirectory, environment });
    api = client(system.url);
  });
  afterAll(async () => {
    await system.dispose();
    rmSync(dataDirectory, { recursive: true, force: true });
  });

  const received = async (more: object = {}): Promise<string> => {
    const { body } = await api.post('/referrals', referralBody(more));
    latest = body.position;
    return body.referralId;
  };
  const command = async (referralId: string, name: string, body: object) => {
    const answer = await api.post(`/referrals/${referralId}/${name}`, body);
    expect(answer).toMatchObject({ status: 200 });
    latest = answer.body.position;
  };
  const queue = async (slug: string, query = '') =>
    (await api.get(`/worklists/${slug}?atLeast=${latest}&${query}`)).body;
  const idsIn = async (slug: string, query = ''): Promise<readonly string[]> =>
    (await queue(slug, query)).items.map(({ referralId }: Item) => referralId);

  it('are paged without a row twice or left out, while others come in', async () => {
    const office = { id: `office-${randomUUID()}`, type: 'office' };
    const standing: string[] = [];
    for (let index = 0; index < 7; index += 1) standing.push(await received({ referringParty: office }));
    const only = `referringOffice=${office.id}&limit=2`;
    const whole = await idsIn('unacknowledged', `referringOffice=${office.id}`);
    expect([...whole].sort()).toEqual([...standing].sort());
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const page = await queue('unacknowledged', `${only}${cursor}`);
      seen.push(...page.items.map(({ referralId }: Item) => referralId));
      if (page.cursor === null) break;
      cursor = `&cursor=${String(page.cursor)}`;
      await received({ referringParty: office, occurredAt: inDays(-1) });
    }
    expect(seen.filter((referralId) => standing.includes(referralId))).toEqual(whole);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('are narrowed and counted by what a coordinator looks for', async () => {
    const patientId = randomUUID();
    const urgent = await received({ patientId, claimedUrgency: 'urgent' });
    const routine = await received({ patientId, requestedSpecialty: { system: 'urn:specialty', code: 'allergy' } });
    const of = `patient=${patientId}`;
    expect([...(await idsIn('unacknowledged', of))].sort()).toEqual([urgent, routine].sort());
    expect(await idsIn('unacknowledged', `${of}&urgency=urgent`)).toEqual([urgent]);
    expect(await idsIn('unacknowledged', `${of}&specialty=allergy`)).toEqual([routine]);
    expect(await queue('unacknowledged', `${of}&specialty=none`)).toMatchObject({ count: 0, exact: true, items: [] });
    expect(await queue('unacknowledged', `${of}&limit=1`)).toMatchObject({ count: 2, exact: true });
    const { body } = await api.get(`/worklists?atLeast=${latest}`);
    const listed = body.items.find(({ slug }: { readonly slug: string }) => slug === 'unacknowledged');
    expect(listed.count).toBe((await queue('unacknowledged')).count);
  });

  it('show a team its own referrals and those that no team has, and count what they show', async () => {
    const patientId = randomUUID();
    const of = `patient=${patientId}`;
    const ofTeam: Record<string, string> = {};
    for (const teamId of ['north', 'south']) {
      ofTeam[teamId] = await received({ patientId });
      await command(ofTeam[teamId], 'assign-referral', { teamId, rule: 'manual' });
    }
    const nobodys = await received({ patientId });
    const seen = async (team: string | null, more = ''): Promise<readonly string[]> => {
      const headers = team === null ? {} : { 'x-team': team };
      const { body } = await api.get(`/worklists/unacknowledged?atLeast=${latest}&${of}${more}`, headers);
      expect(body.count).toBe(body.items.length);
      return body.items.map(({ referralId }: Item) => referralId).sort();
    };
    const { north = '', south = '' } = ofTeam;
    expect(await seen('north')).toEqual([north, nobodys].sort());
    expect(await seen('north, south')).toEqual([north, south, nobodys].sort());
    expect(await seen(null)).toEqual([north, south, nobodys].sort());
    expect(await seen('north', '&team=south')).toEqual([south]);
    const { body } = await api.get(`/worklists?atLeast=${latest}`, { 'x-team': 'south' });
    const listed = body.items.find(({ slug }: { readonly slug: string }) => slug === 'unacknowledged');
    expect(listed.count).toBe((await api.get('/worklists/unacknowledged', { 'x-team': 'south' })).body.count);
    expect(await api.get('/worklists', { 'x-team': 'north,$where' })).toMatchObject({ status: 400 });
  });

  it('give each of the coordinators who claim at once another referral, and leave none over', async () => {
    const team = `team-${randomUUID()}`;
    const own = new Set<string>();
    for (let index = 0; index < 20; index += 1) {
      const referralId = await received({ claimedUrgency: 'stat' });
      own.add(referralId);
      await command(referralId, 'assign-referral', { teamId: team, rule: 'manual' });
    }
    // What no team has is theirs as well, and may stand before their own.
    const whole = `/worklists/unacknowledged?atLeast=${latest}&limit=200`;
    const { body: seen } = await api.get(whole, { 'x-team': team });
    const standing: readonly string[] = seen.items.map(({ referralId }: Item) => referralId);
    expect(standing.length).toBeGreaterThanOrEqual(20);
    const claimNext = (index: number) =>
      api.post(
        '/worklists/unacknowledged/claim-next',
        {},
        {
          ...{ 'x-user-id': `claimer-${index}`, 'x-roles': 'coordinator', 'x-team': team },
          'idempotency-key': `claim-${team}-${index}`,
        },
      );
    const claimants = standing.map((_, index) => index);
    const claims = await Promise.all(claimants.map(claimNext));
    expect(claims.map(({ status }) => status)).toEqual(standing.map(() => 200));
    expect(claims.map(({ body }) => body.referralId).sort()).toEqual([...standing].sort());
    for (const index of claimants) expect((await claimNext(index)).body).toEqual(claims[index]?.body);
    expect(await claimNext(standing.length)).toMatchObject({ status: 404 });
    for (const [index, { body }] of claims.entries()) {
      const { body: details } = await api.get(`/referrals/${String(body.referralId)}?atLeast=${String(body.position)}`);
      const teamId = own.has(body.referralId) ? team : null;
      expect(details.facets.assignment).toMatchObject({ coordinatorId: `claimer-${index}`, teamId });
    }
  });

  it('say why a referral is there and what the onlooker may do with it', async () => {
    const patientId = randomUUID();
    await received({ patientId });
    const [item] = (await queue('unacknowledged', `patient=${patientId}`)).items as readonly Item[];
    expect(item?.reason).toMatch(/\w+ \w+/);
    expect(item?.allowedActions).toEqual(expect.arrayContaining(['StartTriage', 'AddNote']));
    const { body } = await api.get(`/worklists/unacknowledged?patient=${patientId}`, { 'x-roles': 'compliance' });
    expect(body.items[0].allowedActions).toEqual([]);
  });

  it('bring back a referral whose visit was missed, until it is booked again', async () => {
    const patientId = randomUUID();
    const of = `patient=${patientId}`;
    const referralId = await received({ patientId, occurredAt: inDays(-9) });
    const days = [-8.9, -8.8, -8.7, -8.6, -8.5];
    for (const [index, [name, body]] of untilBooked(inDays(-2)).entries())
      await command(referralId, name, { ...body, occurredAt: inDays(days[index] ?? -8) });
    expect(await idsIn('rebook', of)).toEqual([]);
    const missed = { appointmentId: 'visit-1', contactedSameDay: true, reason: because('patient_unwell') };
    await command(referralId, 'record-no-show', { ...missed, occurredAt: inDays(-1.9) });
    const [item] = (await queue('rebook', of)).items as readonly Item[];
    expect(item).toMatchObject({ referralId, allowedActions: expect.arrayContaining(['ScheduleAppointment']) });
    await command(referralId, 'schedule-appointment', booking('visit-2', inDays(4)));
    expect(await idsIn('rebook', of)).toEqual([]);
    const { body } = await api.get(`/referrals/${referralId}?atLeast=${latest}`);
    expect(body).toMatchObject({ stage: 'scheduled' });
  });

  it('are the same after a stop and a start on the same data', async () => {
    const before = await queue('unacknowledged', 'limit=200');
    const { body: feed } = await api.get('/feed?after=0&limit=500');
    expect(await system.stop()).toBe(0);
    system = await startSystem({ dataDirectory, environment });
    api = client(system.url);
    const after = await queue('unacknowledged', 'limit=200');
    expect(after.items.map(({ referralId }: Item) => referralId)).toEqual(
      before.items.map(({ referralId }: Item) => referralId),
    );
    expect(after.count).toBe(before.count);
    expect((await api.get('/feed?after=0&limit=500')).body.events).toEqual(feed.events);
  }, 90_000);
});
