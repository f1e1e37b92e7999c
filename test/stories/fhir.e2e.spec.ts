import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually';
import { ready } from '../support/faults/killing';
import { type Answer, type Client, client } from '../support/http';
import { type RawLog, rawLog } from '../support/raw-log';
import { startSystem, type System } from '../support/system';

/** Official test patients of the measure "Closing the Referral Loop"; they are not part of the repository. */
const folder = join(import.meta.dirname, '../../../shared/data/cms50');

/** The files tell of 2026, and their measurement period has to be over. */
const CLOCK_NOW = '2027-01-02T00:00:00Z';

/** Files among them that refer to something that is in none of their entries. */
const DANGLING = 1;

const messages = existsSync(folder)
  ? readdirSync(folder).map((name) => [name.slice(0, 8), readFileSync(join(folder, name), 'utf8')] as const)
  : [];

const suite = messages.length > 0 ? describe : describe.skip;

suite('FHIR messages of the measure "Closing the Referral Loop"', () => {
  let system: System;
  let api: Client;
  let log: RawLog;
  const accepted = new Map<string, Answer>();

  beforeAll(async () => {
    system = await startSystem({ environment: { CLOCK_NOW } });
    api = client(system.url);
    log = rawLog(system.eventStoreUrl);
  });
  afterAll(async () => {
    await log.close();
    await system.dispose();
  });

  const send = (message: string): Promise<Answer> =>
    api.post('/intake/fhir', message, { 'content-type': 'application/fhir+json' });
  const receivedIds = async (): Promise<readonly string[]> =>
    (await log.all()).filter(({ type }) => type === 'ReferralReceived').map(({ data }) => String(data['referralId']));
  const idsOf = ({ headers }: Answer): readonly string[] => headers.get('x-referral-ids')?.split(',') ?? [];

  it.each(messages)('become referrals, or are refused whole and with reason: %s', async (name, message) => {
    const before = await receivedIds();
    const answer = await send(message);
    const created = (await receivedIds()).slice(before.length);
    expect(answer.body).toMatchObject({ resourceType: 'OperationOutcome' });
    expect(answer.headers.get('content-type')).toMatch(/^application\/fhir\+json/);
    if (answer.status === 422) {
      expect(created).toEqual([]);
      expect(answer.body.issue).toContainEqual(
        expect.objectContaining({ severity: 'error', expression: [expect.stringMatching(/^Bundle\.entry/)] }),
      );
    } else {
      expect(answer.status).toBe(201);
      expect(created).toEqual(idsOf(answer));
      expect(created).toHaveLength(JSON.parse(message).entry.filter(isOrder).length);
      accepted.set(name, answer);
    }
  });

  it('create nothing when they come again, and say so', async () => {
    expect(accepted.size).toBe(messages.length - DANGLING);
    const before = await receivedIds();
    for (const [name, message] of messages) {
      const first = accepted.get(name);
      const answer = await send(message);
      if (!first) {
        expect(answer.status).toBe(422);
        continue;
      }
      expect({ status: answer.status, ids: idsOf(answer) }).toEqual({ status: 200, ids: idsOf(first) });
      expect(JSON.stringify(answer.body)).toMatch(/already received/i);
    }
    expect(await receivedIds()).toEqual(before);
  });

  it('are completed when they are sent again after a kill in the middle', async () => {
    const tenant = { 'x-tenant-id': 'interrupted', 'content-type': 'application/fhir+json' };
    const [, message = ''] = messages.find(([name]) => accepted.has(name)) ?? [];
    const bundle = JSON.parse(message);
    const orders = bundle.entry.filter(isOrder);
    const many = Array.from({ length: 60 }, (_, index) => copied(orders[0], index));
    const long = JSON.stringify({ ...bundle, entry: [...bundle.entry.filter((one: Entry) => !isOrder(one)), ...many] });
    const before = (await receivedIds()).length;
    const cut = api.post('/intake/fhir', long, tenant).catch(() => 'cut off');
    await eventually('some are received', async () => ((await receivedIds()).length >= before + 3 ? true : undefined));
    await system.kill('api');
    expect(await cut).toBe('cut off');
    await ready(system.url);
    const half = (await receivedIds()).length - before;
    expect(half).toBeLessThan(60);
    const answer = await api.post('/intake/fhir', long, tenant);
    expect(answer.status).toBe(201);
    const all = (await receivedIds()).slice(before);
    expect(new Set(all).size).toBe(60);
    expect([...all].sort()).toEqual([...idsOf(answer)].sort());
  }, 90_000);
});

interface Entry {
  readonly resource: { readonly resourceType: string; readonly id: string };
}

const isOrder = ({ resource }: Entry): boolean => resource.resourceType === 'ServiceRequest';

/** The same order under another id and without the identifiers that would make it the same. */
const copied = (entry: Entry, index: number): object => {
  const id = `${entry.resource.id.slice(0, 20)}-${String(index)}`;
  const { identifier: _, ...resource } = entry.resource as Entry['resource'] & { readonly identifier?: unknown };
  return { resource: { ...resource, id }, request: { method: 'PUT', url: `ServiceRequest/${id}` } };
};
