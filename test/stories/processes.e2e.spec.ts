import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { because, clinic, inDays, office, referralBody, untilBooked } from '../support/bodies';
import { eventually } from '../support/eventually';
import { type Answer, type Client, client } from '../support/http';
import { type RawLog, rawLog } from '../support/raw-log';
import { startSystem, type System } from '../support/system';

/** Far above what it takes, for a machine that is busy with other things. */
const WITHIN_MS = 60_000;

describe('what happens elsewhere', () => {
  let system: System;
  let api: Client;
  let log: RawLog;

  beforeAll(async () => {
    system = await startSystem();
    api = client(system.url);
    log = rawLog(system.eventStoreUrl);
  }, 120_000);
  afterAll(async () => {
    await log.close();
    await system.dispose();
  });

  const done = async (path: string, body: object): Promise<Answer> => {
    const answer = await api.post(path, body);
    expect(answer.status).toBeLessThan(300);
    return answer;
  };

  const booked = async (patientId: string, destination: object = clinic): Promise<string> => {
    const { referralId } = (await done('/referrals', referralBody({ patientId }))).body;
    for (const [name, body] of untilBooked())
      await done(`/referrals/${referralId}/${name}`, name === 'accept-referral' ? { ...body, destination } : body);
    return referralId;
  };

  const registered = async (): Promise<string> =>
    (await done('/patients', { name: 'Example, Synthetic', birthDate: '1980-02-29' })).body.patientId;

  const comesTo = (referralId: string, what: string, expected: object) =>
    eventually(
      `${what} of ${referralId}`,
      async () => {
        const { body } = await api.get(`/referrals/${referralId}`);
        expect(body).toMatchObject(expected);
        return body;
      },
      WITHIN_MS,
    );

  it('ends the referrals of a patient who dies: visits are cancelled, and nothing is booked any more', async () => {
    const patientId = await registered();
    const referralId = await booked(patientId);
    const other = await booked(await registered());
    await done(`/patients/${patientId}/record-patient-death`, { at: inDays(-1), source: 'registry' });
    const { facets } = await comesTo(referralId, 'the end', { stage: 'closed', closureOutcome: 'patient_deceased' });
    expect(facets.appointments).toMatchObject([{ status: 'cancelled', by: 'system' }]);
    const { referralId: late } = (await done('/referrals', referralBody({ patientId }))).body;
    await comesTo(late, 'the end', { stage: 'closed', closureOutcome: 'patient_deceased' });
    expect((await api.get(`/referrals/${other}`)).body.stage).toBe('scheduled');
  }, 120_000);

  it('shows on the referrals to a destination that it takes nobody any more, and that it does again', async () => {
    const { entryId } = (await done('/directory-entries', { kind: 'facility', name: 'Synthetic Heart Clinic' })).body;
    const there = { id: entryId, type: 'facility' };
    const referralId = await booked(randomUUID(), there);
    const standing = (status: string) => ({ facets: { destinations: [{ destinationId: entryId, status }] } });
    await done(`/directory-entries/${entryId}/suspend-directory-entry`, { reason: because('licence') });
    await comesTo(referralId, 'the destination', standing('suspended'));
    await comesTo(await booked(randomUUID(), there), 'the destination', standing('suspended'));
    await done(`/directory-entries/${entryId}/reinstate-directory-entry`, {});
    await comesTo(referralId, 'the destination', standing('open'));
  }, 120_000);

  it('lets somebody stand in for a coordinator who is away, and ends that with the absence', async () => {
    const added = async (userId: string): Promise<string> =>
      (await done('/staff', { userId, displayName: userId, team: 'default' })).body.staffId;
    const [absent, present] = [`user-${randomUUID()}`, `user-${randomUUID()}`];
    const [staffId, coverId] = [await added(absent), await added(present)];
    const referralId = await booked(randomUUID());
    await done(`/referrals/${referralId}/claim-referral`, { coordinatorId: absent });
    const [from, to] = [inDays(-1), new Date(Date.now() + 6_000).toISOString()];
    await done(`/staff/${staffId}/record-absence`, { from, to, cover: [randomUUID(), coverId] });
    await comesTo(referralId, 'the cover', { facets: { cover: { coveringId: present, coveredId: absent } } });
    await comesTo(referralId, 'the end of the cover', { facets: { cover: null } });
  }, 120_000);

  it('gives what comes in to a coordinator who knows the specialty, and leaves it unassigned while nobody can take more', async () => {
    const [specialty, userId] = [`specialty-${randomUUID()}`, `user-${randomUUID()}`];
    const { staffId } = (await done('/staff', { userId, displayName: userId, team: 'heart' })).body;
    await done(`/staff/${staffId}/grant-role`, { role: 'coordinator' });
    await done(`/staff/${staffId}/add-skill`, { specialty });
    await done(`/staff/${staffId}/set-capacity`, { maxOpen: 1 });
    const requestedSpecialty = { system: 'urn:specialty', code: specialty };
    const comesIn = async (): Promise<string> =>
      (await done('/referrals', referralBody({ requestedSpecialty }))).body.referralId;
    const assignment = { teamId: 'heart', coordinatorId: userId };
    await comesTo(await comesIn(), 'the assignment', { facets: { assignment } });
    const second = await comesIn();
    const looked = async () => {
      const found = (await log.stream(`routing-${second}`)).filter(({ type }) => type === 'ErrandSettled');
      return found.length > 0 ? found.map(({ data }) => data) : undefined;
    };
    const inVain = { outcome: 'assignees', assignees: [] };
    expect(await eventually('somebody was looked for', looked, WITHIN_MS)).toMatchObject([inVain]);
    expect((await api.get(`/referrals/${second}`)).body.facets.assignment).toMatchObject({ coordinatorId: null });
  }, 120_000);

  it('shows on the referrals of a patient that a consent was taken back', async () => {
    const patientId = await registered();
    const referralId = await booked(patientId);
    const consent = {
      ...{ patientId, kind: 'part2_tpo', from: office, recipients: ['Treating providers'], purpose: 'Treatment' },
      ...{
        informationDescription: 'Synthetic records',
        signedAt: inDays(-1),
        signedBy: 'patient-1',
        documentId: 'd-1',
      },
      ...{ redisclosureStatementIncluded: true, refusalConsequencesIncluded: true, expiresAt: inDays(90) },
    };
    const { consentId } = (await done('/consents', consent)).body;
    const standing = (status: string) => ({
      facets: { consents: [{ consentId, status, scope: { categories: ['part2'] } }] },
    });
    await comesTo(referralId, 'the consent', standing('granted'));
    await comesTo(await booked(patientId), 'the consent that was recorded before', standing('granted'));
    await done(`/consents/${consentId}/revoke-consent`, { how: 'in writing' });
    await comesTo(referralId, 'the consent', standing('revoked'));
  }, 120_000);
});
