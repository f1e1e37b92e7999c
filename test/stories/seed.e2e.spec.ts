import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { aggregates } from '@referral/aggregates';
import {
  EventCodec,
  EventStoreDb,
  keyEncryptionKey,
  MongoPatientKeys,
  openLog,
  verifyLog,
  type StoredEvent,
} from '@referral/event-store';
import { projections } from '@referral/projections';
import { InMemoryModelStore, ProjectionRunner } from '@referral/read-models';
import { stages } from '@referral/referral';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { startEventStore } from '../support/embedded-event-store';
import { startMongo } from '../support/embedded-mongo';
import { eventually } from '../support/eventually';

/** Runs the built program; it is killed when `killed` resolves. */
const seed = async (args: readonly string[], environment: NodeJS.ProcessEnv, killed?: Promise<unknown>) => {
  const child = spawn(process.execPath, [resolve('dist/seed/main.js'), ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [output, errors] = ['', ''];
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
  killed?.then(() => child.kill('SIGKILL')).catch(() => undefined); // when it ends too early, its code tells
  const [code]: unknown[] = await once(child, 'close');
  return { code, output, errors };
};

/** The number of events, at most so many. */
const count = async (store: EventStoreDb, max: number): Promise<number> => {
  let found = 0;
  for await (const { revision } of store.readAll({ max })) found += revision >= 0n ? 1 : 0;
  return found;
};

describe('a ledger that is seeded', () => {
  let dataDir: string;
  let eventStore: Awaited<ReturnType<typeof startEventStore>>;
  let mongo: Awaited<ReturnType<typeof startMongo>>;
  let store: EventStoreDb;
  let client: MongoClient;
  let codec: EventCodec;
  let environment: NodeJS.ProcessEnv;
  let events: StoredEvent[];

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'seed-'));
    [eventStore, mongo] = await Promise.all([startEventStore(), startMongo()]);
    environment = { DATA_DIR: dataDir, EVENTSTORE_URL: eventStore.url, MONGODB_URL: mongo.url };
    store = new EventStoreDb(eventStore.url);
    client = new MongoClient(mongo.url);
    codec = new EventCodec({ aggregates, keys: new MongoPatientKeys(client, keyEncryptionKey(undefined, dataDir)) });
  });
  afterAll(async () => {
    await store.close();
    await client.close();
    await Promise.all([eventStore.stop(), mongo.stop()]);
    await rm(dataDir, { recursive: true });
  });

  it('is intact after a kill and a second run, and tells the digest that the log has', async () => {
    const args = ['--referrals', '300', '--seed', '7'];
    const underWay = eventually('a thousand events', async () => (await count(store, 1_000)) === 1_000 || undefined);
    expect(await seed(args, environment, underWay)).toMatchObject({ code: null, output: '' });
    const { code, output, errors } = await seed(args, environment);
    expect({ code, errors: errors.replaceAll(/^.*per second\n/gm, '') }).toEqual({ code: 0, errors: '' });
    const { intact, digest, events: all } = await verifyLog(store);
    expect(intact).toBe(true);
    expect(output).toContain(`Digest of all heads: ${digest}`);
    expect(output).toContain(`${all.toLocaleString('en-US')} events of `);
    const refused = /commands, [1-9]\d* refused: (.*)/.exec(output)?.[1] ?? '';
    for (const code of refused.split(', ')) expect(mistakes).toContain(code.split(' ')[0]);
    events = [];
    for await (const event of store.readAll()) events.push(event);
  });

  it('has referrals in every stage', () => {
    const stageOf = new Map<string, string>();
    for (const { streamId, metadata } of events)
      if (streamId.startsWith('referral-'))
        stageOf.set(streamId, (metadata as { readonly stage: { readonly after: string } }).stage.after);
    expect(new Set(stageOf.values())).toEqual(new Set(Object.keys(stages)));
    expect(stageOf.size).toBeGreaterThanOrEqual(300);
  });

  it('has every kind of work in it', () => {
    const types = new Set(events.map(({ type }) => type));
    for (const type of certain) expect(types).toContain(type);
  });

  it('can be opened with the keys that it has kept', async () => {
    const opened = await Promise.all(events.map(async (event) => codec.open(event)));
    expect(opened.filter((one) => one.kind === 'unreadable' || one.event.redacted !== undefined)).toEqual([]);
  });

  it('is taken in by every read model, and none is stopped by an event', async () => {
    const models = new InMemoryModelStore(Date.now);
    const runner = new ProjectionRunner({ log: openLog(store, codec), store: models, projections, clock: Date.now });
    runner.start();
    await eventually('read models that are current', async () => (await runner.status()).current || undefined, 180_000);
    await runner.stop();
    expect(await models.parked()).toEqual([]);
  });

  it('says in one line what is wrong with an argument', async () => {
    const refused = await seed(['--referrals', 'many'], environment);
    expect(refused).toEqual({
      code: 2,
      output: '',
      errors: '--referrals must be a whole number from 1 to 100000; it is "many"\n',
    });
    expect(await seed(['--help'], environment)).toMatchObject({ code: 0, errors: '' });
  });
});

/** What the mistakes that are made on purpose are refused with; another code is a mistake of a story. */
const mistakes = [
  'BACKDATE_NOT_ALLOWED',
  'ELIGIBILITY_STALE',
  'INCOMPLETE_REFERRAL',
  'LOOP_EVIDENCE_MISSING',
  'OUTREACH_NOT_EXHAUSTED',
];

/** Kinds of events that a history of this size has for certain. */
const certain = [
  'AppointmentMissed',
  'AppointmentCancelled',
  'AppointmentRescheduled',
  'ReferralDeclined',
  'ReferralReturnedIncomplete',
  'ReferralReopened',
  'HoldPlaced',
  'HoldReleased',
  'ReportRequested',
  'ComplaintReceived',
  'AuthorizationPended',
  'AuthorizationDenied',
  'AppealFiled',
  'PeerToPeerHeld',
  'AuthorizationUnitsUsed',
  'AbsenceRecorded',
  'ReferralCoverageStarted',
  'RequirementItemVerified',
  'PackageTransmitted',
  'SlaPolicyVersionPublished',
  'PlanProfileVersionPublished',
  'IntakeItemConverted',
  'IntakeItemRejected',
  'OutreachExhausted',
  'BarrierIdentified',
  'InterpreterArranged',
];
