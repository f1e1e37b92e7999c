import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { booking, inDays, referralBody, untilBooked } from '../support/bodies';
import { eventually } from '../support/eventually';
import { type Client, client } from '../support/http';
import { type RawLog, rawLog } from '../support/raw-log';
import { type SimulatedPayer, startSimulatedPayer } from '../support/simulated-payer';
import { startSystem, type System } from '../support/system';

/** Longer than the pauses between three attempts, on a machine that is busy with other things. */
const WITHIN_MS = 90_000;

const service = { system: 'http://www.ama-assn.org/go/cpt', code: '99244' };
const diagnosis = { system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'R00.2' };

describe('payers', () => {
  let payer: SimulatedPayer;
  let system: System;
  let api: Client;
  let log: RawLog;

  beforeAll(async () => {
    payer = await startSimulatedPayer('--pend-inquiries', '1', '--slow-ms', '4000');
    system = await startSystem({
      environment: { PAYER_URL: payer.url, PAYER_NPI: '1234567893', PAYER_TIMEOUT_MS: '1000' },
    });
    api = client(system.url);
    log = rawLog(system.eventStoreUrl);
  }, 120_000);
  afterAll(async () => {
    await log.close();
    await system.dispose();
    await payer.stop();
  });

  /** An accepted referral of a patient whom a payer treats as a scenario; each scenario is a payer of its own. */
  const accepted = async (scenario: string, registered = true): Promise<string> => {
    const patientId = registered ? await insured(scenario) : randomUUID();
    const body = { patientId, coverageIds: ['coverage-1'], requestedService: service, diagnoses: [diagnosis] };
    const { referralId } = (await api.post('/referrals', referralBody(body))).body;
    for (const [name, command] of untilBooked().slice(0, 3))
      await api.post(`/referrals/${referralId}/${name}`, {
        ...command,
        ...(name === 'accept-referral' && { service }),
      });
    return referralId;
  };

  const insured = async (scenario: string): Promise<string> => {
    const person = { name: 'Example, Synthetic', birthDate: '1980-02-29', sexForClaims: 'female' };
    const { patientId } = (await api.post('/patients', person)).body;
    await api.post(`/patients/${patientId}/add-coverage`, {
      ...{ coverageId: 'coverage-1', payerId: `payer-${scenario}`, planId: 'plan-1', memberId: `${scenario}-1` },
      ...{ order: 1, period: { start: '2026-01-01' } },
    });
    return patientId;
  };

  const comesTo = (referralId: string, what: string, expected: object) =>
    eventually(
      `${what} of ${referralId}`,
      async () => {
        const { body } = await api.get(`/referrals/${referralId}`);
        expect(body.facets).toMatchObject(expected);
        return body;
      },
      WITHIN_MS,
    );

  const typesOf = async (streamId: string): Promise<readonly string[]> =>
    (await log.stream(streamId)).map(({ type }) => type);

  it('are asked whether they cover a visit, and their answer opens the way to a booking', async () => {
    const referralId = await accepted('ACTIVE');
    const body = await comesTo(referralId, 'coverage', { eligibility: { status: 'active' } });
    expect(body.facets.authorization).toBe('not_required');
    const types = await typesOf(`referral-${referralId}`);
    expect(types).toEqual(expect.arrayContaining(['EligibilityCheckRequested', 'EligibilityVerified']));
    const booked = await api.post(`/referrals/${referralId}/schedule-appointment`, booking('visit-1', inDays(3)));
    expect(booked.status).toBe(200);
  }, 120_000);

  it('are asked for the authorization that they want, and grant it', async () => {
    const referralId = await accepted('AUTHREQ');
    const body = await comesTo(referralId, 'authorization', { authorization: 'approved' });
    const [{ authorizationId }] = body.facets.authorizations;
    const types = await typesOf(`authorization-${authorizationId}`);
    expect(types).toEqual(['AuthorizationOpened', 'AuthorizationSubmitted', 'AuthorizationApproved']);
    expect(body.facets.authorizationNeed).toMatchObject({ needed: 'required' });
  }, 120_000);

  it('are asked what became of an authorization that they have pended', async () => {
    const referralId = await accepted('PEND');
    const body = await comesTo(referralId, 'authorization', { authorization: 'approved' });
    const [{ authorizationId }] = body.facets.authorizations;
    const types = await typesOf(`authorization-${authorizationId}`);
    expect(types.slice(0, 3)).toEqual(['AuthorizationOpened', 'AuthorizationSubmitted', 'AuthorizationPended']);
  }, 120_000);

  it('that are slow are asked again until they answer, under one trace', async () => {
    const referralId = await accepted('SLOW');
    await comesTo(referralId, 'coverage', { eligibility: { status: 'active' } });
    const process = await log.stream(`coverage-${referralId}`);
    const settled = process.filter(({ type }) => type === 'ErrandSettled').map(({ data }) => data);
    expect(settled[0]).toMatchObject({ outcome: 'unanswered', why: 'payer_timed_out', mayPass: true });
    const { body } = await api.get(`/referrals/${referralId}`);
    expect(body.facets.eligibilityChecks).toHaveLength(1);
  }, 120_000);

  it('that are down or talk nonsense leave work that a queue shows, and hold up nobody else', async () => {
    const lost = await Promise.all(
      ['DOWN', 'BUSY', 'HTML', 'GARBAGE', 'WRONGMEMBER', 'REJECT'].map((one) => accepted(one)),
    );
    const served = await accepted('ACTIVE');
    await comesTo(served, 'coverage', { eligibility: { status: 'active' } });
    for (const referralId of lost) {
      const body = await comesTo(referralId, 'coverage', { eligibility: { status: 'unable_to_verify' } });
      expect(body.queues).toContainEqual(expect.objectContaining({ slug: 'eligibility' }));
    }
    const timers = (await log.stream(`coverage-${String(lost[0])}`)).filter(({ type }) => type === 'TimerSet');
    // Attempts at once, after 2 s and after 10 s; then it goes on more slowly.
    expect(timers.map(({ data }) => data['about'])).toMatchObject([0, 1, 2, 3].map((failures) => ({ failures })));
  }, 180_000);

  it('are not asked about a patient whom nobody has registered: that stays in its queue', async () => {
    const referralId = await accepted('ACTIVE', false);
    await eventually('it is known that nobody can be asked', async () =>
      (await typesOf(`coverage-${referralId}`)).includes('ErrandSettled') ? true : undefined,
    );
    const body = await comesTo(referralId, 'coverage', { eligibility: { status: 'unknown' } });
    expect(body.queues).toContainEqual(expect.objectContaining({ slug: 'eligibility' }));
    expect(await typesOf(`referral-${referralId}`)).not.toContain('EligibilityCheckRequested');
  }, 60_000);
});
