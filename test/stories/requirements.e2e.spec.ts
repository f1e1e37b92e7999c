import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cardiology, firstVisit, inDays, office, referralBody } from '../support/bodies';
import { eventually } from '../support/eventually';
import { type Answer, type Client, client } from '../support/http';
import { startSystem, type System } from '../support/system';

const item = (code: string, acceptableKinds: readonly string[], maxAgeDays?: number) => ({
  ...{ code, label: code.replaceAll('_', ' '), mandatory: true, acceptableKinds },
  ...(maxAgeDays !== undefined && { maxAgeDays }),
});

describe('a referral that must bring what its specialty wants', () => {
  let system: System;
  let api: Client;
  let set: string;
  let referral: string;
  let latest = '0';
  const patientId = randomUUID();

  beforeAll(async () => {
    system = await startSystem();
    api = client(system.url);
  }, 120_000);
  afterAll(() => system.dispose());

  const done = async (path: string, body: object): Promise<Answer> => {
    const answer = await api.post(path, body);
    expect(answer).toMatchObject({ status: path.split('/').length > 2 ? 200 : 201 });
    latest = answer.body.position;
    return answer;
  };
  const details = async () => (await api.get(`${referral}?atLeast=${latest}`)).body;
  const queuesOf = async (): Promise<readonly string[]> =>
    (await details()).queues.map(({ slug }: { readonly slug: string }) => slug);
  const attach = (documentId: string, kind: string, serviceDate: string) =>
    done(`${referral}/attach-document`, {
      document: { documentId, mime: 'application/pdf', sha256: 'a'.repeat(64), sizeBytes: 2048, sensitivity: [] },
      ...{ kind, serviceDate, scanStatus: 'clean' },
    });
  const bring = (...items: readonly object[]) => ({ items, from: office });

  it('lacks what the set in force wants, whoever sends it', async () => {
    const items = [item('referral_letter', ['referral_letter']), item('lab', ['lab'], 30)];
    const { body } = await done('/requirement-sets', { specialty: cardiology, service: firstVisit, items });
    set = body.requirementSetId;
    const received = await done('/referrals', referralBody({ patientId, presentItems: ['referral_letter'] }));
    referral = `/referrals/${String(received.body.referralId)}`;
    expect(await details()).toMatchObject({
      facets: {
        completeness: { requirementSet: { requirementSetId: set, requirementSetVersion: 1 }, missing: ['lab'] },
      },
    });
    expect(await queuesOf()).toContain('incomplete');
    const triage = await api.post(`${referral}/start-triage`, { reviewerId: 'reviewer-1' });
    expect(triage).toMatchObject({ status: 422, body: { code: 'INCOMPLETE_REFERRAL' } });
  });

  it('goes back for it, and keeps by which version it did when there is another', async () => {
    await done(`${referral}/return-referral-incomplete`, { items: ['lab'], to: office });
    const items = [item('referral_letter', ['referral_letter'])];
    await done(`/requirement-sets/${set}/publish-requirement-set-version`, {
      ...{ specialty: cardiology, service: firstVisit, items },
    });
    const heldTo = { requirementSetId: set, requirementSetVersion: 1 };
    expect(await details()).toMatchObject({
      stage: 'awaiting_information',
      facets: { returned: { items: ['lab'], requirementSet: heldTo } },
    });
    const { body } = await api.get(`${referral}/history`);
    const returned = body.events.find(({ type }: { readonly type: string }) => type === 'ReferralReturnedIncomplete');
    expect(returned.data).toMatchObject({ items: ['lab'], requirementSet: heldTo });
    const next = await done('/referrals', referralBody({ presentItems: ['referral_letter'] }));
    const { body: newer } = await api.get(`/referrals/${String(next.body.referralId)}?atLeast=${latest}`);
    expect(newer.facets.completeness).toMatchObject({ requirementSet: { requirementSetVersion: 2 }, missing: [] });
  });

  it('takes for an item what the set takes', async () => {
    await attach('old-lab', 'lab', inDays(-60).slice(0, 10));
    await attach('letter', 'referral_letter', inDays(-1).slice(0, 10));
    await attach('new-lab', 'lab', inDays(-7).slice(0, 10));
    for (const documentId of ['old-lab', 'letter'])
      expect(
        await api.post(`${referral}/record-information-received`, bring({ code: 'lab', documentId })),
      ).toMatchObject({ status: 422, body: { code: 'ITEM_NOT_MET', itemCode: 'lab', documentId } });
    await done(`${referral}/record-information-received`, bring({ code: 'lab', documentId: 'new-lab' }));
    expect(await details()).toMatchObject({ stage: 'received', facets: { completeness: { missing: [] } } });
  });

  it('is complete once somebody has looked at all of it', async () => {
    await done(`${referral}/verify-requirement-item`, { itemCode: 'referral_letter', verifiedBy: 'coordinator-1' });
    await done(`${referral}/verify-requirement-item`, { itemCode: 'lab', verifiedBy: 'coordinator-1' });
    await eventually('the process has confirmed it', async () => {
      const { body } = await api.get(referral);
      return body.facets.completeness.reachedAt ?? undefined;
    });
    expect(await queuesOf()).toContain('ready-for-triage');
  });
});
