import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { because, clinic, inDays, referralBody, untilBooked } from '../support/bodies';
import { type Client, client } from '../support/http';
import { startSystem, type System } from '../support/system';

describe('a desk shares its work', () => {
  let system: System;
  let api: Client;
  let latest = '0';
  const patientId = randomUUID();
  const of = `patient=${patientId}`;
  const ana = { 'x-user-id': 'ana', 'x-roles': 'coordinator' };
  const ben = { 'x-user-id': 'ben', 'x-roles': 'coordinator' };
  const lead = { 'x-user-id': 'lena', 'x-roles': 'lead' };

  beforeAll(async () => {
    system = await startSystem();
    api = client(system.url);
  });
  afterAll(() => system.dispose());

  const post = async (path: string, body: object, headers: Readonly<Record<string, string>> = {}) => {
    const answer = await api.post(path, body, headers);
    expect(answer.status).toBeLessThan(300);
    latest = answer.body.position ?? latest;
    return answer;
  };
  const received = async (more: object = {}): Promise<string> =>
    (await post('/referrals', referralBody({ patientId, ...more }))).body.referralId;
  const rows = async (slug: string, headers: Readonly<Record<string, string>>, narrowed = of) =>
    (await api.get(`/worklists/${slug}?atLeast=${latest}&${narrowed}`, headers)).body.items;
  const idsIn = async (slug: string, headers: Readonly<Record<string, string>>): Promise<readonly string[]> =>
    (await rows(slug, headers)).map(({ referralId }: { readonly referralId: string }) => referralId);

  it('lets two claim the same referral, and gives it to one', async () => {
    const referralId = await received();
    const claim = (who: typeof ana) =>
      api.post(`/referrals/${referralId}/claim-referral`, { coordinatorId: who['x-user-id'] }, who);
    const answers = await Promise.all([claim(ana), claim(ben)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [winner, loser] = answers[0].status === 200 ? [ana, ben] : [ben, ana];
    latest = answers.find(({ status }) => status === 200)?.body.position;
    expect(await idsIn('my-work', winner)).toEqual([referralId]);
    expect(await idsIn('my-work', loser)).toEqual([]);
    expect(await idsIn('unassigned', lead)).toEqual([]);
    await post(`/referrals/${referralId}/release-referral`, { reason: because('absence') }, winner);
    expect(await idsIn('my-work', winner)).toEqual([]);
    expect(await idsIn('unassigned', lead)).toEqual([referralId]);
  });

  it('claims many at once, although one of them is gone already', async () => {
    const [first, second, third] = [await received(), await received(), await received()];
    await post(`/referrals/${second}/claim-referral`, { coordinatorId: 'ben' }, ben);
    const bulk = {
      command: 'ClaimReferral',
      rows: [first, second, third].map((id) => ({ id, expectedRevision: 1, body: { coordinatorId: 'ana' } })),
    };
    const headers = { ...ana, 'idempotency-key': randomUUID() };
    const answer = await post('/referrals/bulk', bulk, headers);
    expect(answer).toMatchObject({
      status: 207,
      body: {
        done: 2,
        refused: 1,
        results: [{ status: 200 }, { status: 412, problem: { code: 'REVISION_MISMATCH' } }, { status: 200 }],
      },
    });
    latest = answer.body.results[2].position;
    expect([...(await idsIn('my-work', ana))].sort()).toEqual([first, third].sort());
    expect((await post('/referrals/bulk', bulk, headers)).body).toMatchObject({
      results: [answer.body.results[0], { status: 412 }, answer.body.results[2]],
    });
    const { body: trail } = await api.get(`/audit-trail?referralId=${first}&atLeast=${latest}`);
    const claims = trail.items.filter(({ type }: { readonly type: string }) => type === 'ReferralClaimed');
    expect(claims).toMatchObject([{ actorId: 'ana', commandId: `${headers['idempotency-key']}#0` }]);
  });

  it('says of each row why it is there, until when, and what may be done', async () => {
    const referralId = await received({ occurredAt: inDays(-20), claimedUrgency: 'urgent' });
    await post(`/referrals/${referralId}/set-reminder`, { what: 'Call the practice', dueAt: inDays(0, -1) });
    const [row] = (await rows('reminders', ana)) as readonly Readonly<Record<string, unknown>>[];
    expect(row).toMatchObject({
      referralId,
      reason: expect.stringContaining('Call the practice'),
      deadline: { clock: null },
      deadlines: expect.arrayContaining([expect.objectContaining({ clock: 'K1', breached: true, paused: false })]),
      allowedActions: expect.arrayContaining(['ClaimReferral', 'ClearReminder']),
    });
    expect(row).not.toHaveProperty('queueKeys');
    const { body } = await api.get(`/referrals/${referralId}?atLeast=${latest}`, lead);
    const queues = body.queues.map(({ id }: { readonly id: string }) => id);
    expect(queues).toEqual(expect.arrayContaining(['Q04', 'Q09', 'Q33', 'Q35', 'Q41', 'Q44']));
  });

  it('shows the lead whose coordinator is away, until somebody stands in', async () => {
    const userId = `coordinator-${randomUUID()}`;
    const { body: staff } = await post('/staff', { userId, displayName: 'Synthetic', team: 'team-1' });
    const from = inDays(-1);
    const to = inDays(2);
    const away = await post(`/staff/${staff.staffId}/record-absence`, { absenceId: 'absence-1', from, to, cover: [] });
    expect(away).toMatchObject({ status: 200 });
    const referralId = await received();
    await post(`/referrals/${referralId}/claim-referral`, { coordinatorId: userId }, { ...ana, 'x-user-id': userId });
    await api.get(`/worklists?atLeast=${latest}`, lead);
    expect(await idsIn('absent-colleague', lead)).toEqual([referralId]);
    await post(
      `/referrals/${referralId}/cover-referral`,
      { coveringId: 'ben', coveredId: userId, absence: { absenceId: 'absence-1', from, to }, until: to },
      lead,
    );
    expect(await idsIn('absent-colleague', lead)).toEqual([]);
    expect(await idsIn('my-work', ben)).toContain(referralId);
  });

  it('has queues of intake items, complaints and directory entries', async () => {
    const item = { channel: 'fax', transport: { pages: 2 } };
    const { body: intake } = await post('/intake-items', item);
    const complaint = {
      from: clinic,
      channel: 'phone',
      about: 'delay',
      referralIds: [],
      severity: 'critical',
      text: 'Synthetic complaint',
    };
    const { body: complained } = await post('/complaints', complaint);
    const entry = {
      kind: 'specialist',
      name: 'Synthetic Clinic',
      taxonomyCodes: [],
      locations: [],
      contacts: [],
      channels: [],
      acceptedPlans: [],
      languages: [],
      telehealth: false,
      acceptanceCriteria: [],
      accessibility: [],
    };
    const { body: listed } = await post('/directory-entries', entry);
    const found = async (slug: string, id: object) =>
      expect(await rows(slug, lead, 'limit=200')).toContainEqual(
        expect.objectContaining({ ...id, reason: expect.stringMatching(/\.$/), allowedActions: expect.any(Array) }),
      );
    await found('new-intake', { intakeId: intake.intakeId });
    await found('complaints', { complaintId: complained.complaintId, open: true });
    await found('directory-verification', { entryId: listed.entryId });
    const { body: sought } = await post('/directory-entries', entry);
    const referralId = await received();
    const destination = { ...clinic, id: sought.entryId };
    for (const [command, body] of untilBooked().slice(0, 3))
      await post(`/referrals/${referralId}/${command}`, { ...body, ...('destination' in body && { destination }) });
    const due = (await rows('directory-verification', lead, 'limit=200')).filter(
      ({ entryId }: { readonly entryId: string }) => [listed.entryId, sought.entryId].includes(entryId),
    );
    // The one to which more referrals go comes first, though it has waited less.
    expect(due).toMatchObject([
      { entryId: sought.entryId, openReferralCount: 1 },
      { entryId: listed.entryId, openReferralCount: 0 },
    ]);
    const narrowed = await api.get(`/worklists/complaints?${of}`, lead);
    expect(narrowed).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
  });

  it('counts every queue that a role may see', async () => {
    await post(`/referrals/${await received()}/start-triage`, { reviewerId: 'reviewer-1' });
    const { body } = await api.get(`/worklists?atLeast=${latest}`, lead);
    expect(body.items.length).toBe(48);
    for (const { count, exact } of body.items) expect([typeof count, exact]).toEqual(['number', true]);
    const { body: few } = await api.get('/worklists', { 'x-roles': 'privacy_officer' });
    expect(few.items.map(({ id }: { readonly id: string }) => id)).toEqual(['Q46']);
  });
});
