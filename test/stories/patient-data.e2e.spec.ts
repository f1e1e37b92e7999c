import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { note, referralBody, untilBooked } from '../support/bodies';
import { type Answer, type Client, client } from '../support/http';
import { startSystem, type System } from '../support/system';

/** Texts that stand nowhere else: where one turns up, patient data has leaked. */
const canary = () => `canary-${randomUUID()}`;
const canaries = { question: canary(), diagnosis: canary(), note: canary(), refused: canary() };
const leaksIn = (text: string): readonly string[] =>
  Object.entries(canaries).flatMap(([name, value]) => (text.includes(value) ? [name] : []));

describe('what is said about a patient', () => {
  let system: System;
  let api: Client;
  let referral: string;
  const refusals: Answer[] = [];

  beforeAll(async () => {
    system = await startSystem({ environment: { LOG_LEVEL: 'trace' } });
    api = client(system.url);
    const diagnoses = [{ system: 'urn:icd', code: 'I49.9', display: canaries.diagnosis }];
    const body = referralBody({ clinicalQuestion: canaries.question, diagnoses });
    const key = { 'idempotency-key': randomUUID() };
    const received = await api.post('/referrals', body, key);
    referral = `/referrals/${String(received.body.referralId)}`;
    for (const [command, more] of untilBooked()) await api.post(`${referral}/${command}`, more);
    const { body: last } = await api.post(`${referral}/add-note`, note(canaries.note));
    refusals.push(
      await api.post('/referrals', { ...body, clinicalQuestion: canaries.refused, type: 'no such type' }),
      await api.post('/referrals', { ...body, clinicalQuestion: canaries.refused }, key),
      await api.post(`${referral}/add-note`, { ...note(canaries.refused), visibility: canaries.note }),
      await api.post(`${referral}/add-note`, { text: [canaries.note], visibility: 'team' }),
      await api.post(`${referral}/add-note`, `{"text":"${canaries.note}`),
      await api.post(`${referral}/add-note`, note(canaries.note), { 'if-match': '"0"' }),
      await api.post(`${referral}/start-triage`, { reviewerId: 'reviewer-2' }),
    );
    await api.get(`${referral}?atLeast=${String(last.position)}`);
    await api.get(`/feed?atLeast=${String(last.position)}`);
  });
  afterAll(() => system.dispose());

  it('is told to those who may see it, so that there is something to leak', async () => {
    expect(leaksIn(JSON.stringify((await api.get(referral)).body))).toEqual(['question', 'diagnosis', 'note']);
    const history = await api.get(`${referral}/history`);
    expect(leaksIn(JSON.stringify(history.body))).toEqual(['question', 'diagnosis', 'note']);
  });

  it('is not told to those who may not', async () => {
    for (const path of [referral, `${referral}/history`]) {
      const { status, body } = await api.get(path, { 'x-roles': 'admin' });
      expect({ status, leaks: leaksIn(JSON.stringify(body)) }).toEqual({ status: 200, leaks: [] });
    }
  });

  it('stands in no public event, queue, audit trail or figure', async () => {
    for (const path of ['/feed', '/worklists/my-work', '/worklists/unassigned', '/audit-trail', '/metrics/turnaround'])
      expect(leaksIn(JSON.stringify((await api.get(path)).body))).toEqual([]);
  });

  it('stands in no refusal', () => {
    expect(refusals.map(({ status }) => status)).toEqual([400, 422, 400, 400, 400, 412, 409]);
    expect(refusals.flatMap(({ body }) => leaksIn(JSON.stringify(body)))).toEqual([]);
  });

  it('stands in no line of any log, however much is logged', () => {
    expect(system.output()).toContain('add-note');
    expect(leaksIn(system.output())).toEqual([]);
  });

  it('stands in no document of any database', async () => {
    const mongo = new MongoClient(system.mongoUrl);
    const { databases } = await mongo.db().admin().listDatabases();
    const texts: string[] = [];
    for (const { name } of databases)
      for (const collection of await mongo.db(name).collections())
        texts.push(JSON.stringify(await collection.find().toArray()));
    await mongo.close();
    expect(texts.join('\n')).toContain(referral.slice('/referrals/'.length));
    expect(leaksIn(texts.join('\n'))).toEqual([]);
  });

  it('stands in no file of the data folder', () => {
    const files = readdirSync(system.dataDirectory, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) expect(leaksIn(readFileSync(join(file.parentPath, file.name), 'latin1'))).toEqual([]);
  });
});
