import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { absences, complaints, directory, intakeWorklist, queueQuery, queues, worklist } from '@referral/projections';
import { MongoModelStore, StoredReadModels } from '@referral/read-models';
import { defaultCalendar } from '@referral/sla-policy';
import { type CommandStartedEvent, type Document, MongoClient } from 'mongodb';
import { type RunningMongo, startMongo } from '../support/embedded-mongo';

const given = process.env['MONGODB_URL'];
/** Whom everything restricts that can. */
const onlooker = {
  now: '2026-03-04T15:00:00.000Z',
  userId: 'ana',
  absent: ['ben', 'eva'],
  calendar: defaultCalendar,
  teams: ['team-1', 'team-2'],
  seesSensitive: false,
};

/** The stages of a plan, outermost first. */
const stagesOf = (plan: Document): readonly Document[] => [
  plan,
  ...[plan['inputStage'], ...((plan['inputStages'] as Document[] | undefined) ?? [])].flatMap((inner) =>
    inner ? stagesOf(inner as Document) : [],
  ),
];

describe('what a queue asks of the database', () => {
  let mongo: RunningMongo | null = null;
  let client: MongoClient;
  const database = `queues-${randomUUID()}`;
  const asked: Document[] = [];

  beforeAll(async () => {
    mongo = given === undefined ? await startMongo() : null;
    client = new MongoClient(mongo?.url ?? given ?? '', { monitorCommands: true });
    const store = new MongoModelStore(client, database, () => Date.now());
    for (const { name, version, indexes } of [worklist, intakeWorklist, complaints, directory, absences]) {
      await store.create(`${name}@${version}`, indexes, []);
      await store.makeLive(name, `${name}@${version}`);
    }
    client.on('commandStarted', ({ commandName, command }: CommandStartedEvent) => {
      if (commandName === 'find' || commandName === 'aggregate') asked.push(command);
    });
  });
  afterAll(async () => {
    await client.db(database).dropDatabase();
    await client.close();
    await mongo?.stop();
  });

  const indexScan = async (find: Document): Promise<Document | undefined> => {
    const plan = await client.db(database).command({ explain: find, verbosity: 'queryPlanner' });
    const stages = stagesOf((plan['queryPlanner'] as Document)['winningPlan'] as Document);
    return stages.find(({ stage }) => stage === 'IXSCAN');
  };

  it('is in an index where referrals are counted for it', async () => {
    const store = new MongoModelStore(client, database, () => Date.now());
    for (const queue of queues) {
      const { counting } = queueQuery(queue, onlooker);
      if (!counting) continue;
      const { projection, by, filter } = counting;
      const model = `${projection}@${worklist.version}`;
      asked.length = 0;
      await store.countBy({ model, part: 'documents', tenantId: 't1', filter, by, texts: ['d1', 'd2'] });
      const [{ aggregate, pipeline }] = asked as [Document];
      const scan = await indexScan({ find: aggregate, filter: (pipeline as Document[])[0]?.['$match'] });
      expect(scan?.['keyPattern']).toEqual({ tenantId: 1, open: 1, [by]: 1, _id: 1 });
      if (mongo) expect(scan?.['boundedFields']).toBe(3);
    }
    expect(queues.filter(({ countsReferrals }) => countsReferrals).map(({ id }) => id)).toEqual(['Q45']);
  });

  it.each(queues.map((queue) => [queue.id, queue.name, queue] as const))(
    'is in an index: %s (%s)',
    async (_, __, queue) => {
      const readModels = new StoredReadModels(new MongoModelStore(client, database, () => Date.now()), {
        cursorKey: Buffer.alloc(32, 7),
      });
      const known = { projection: queue.of, tenantId: 't1', limit: 50 };
      asked.length = 0;
      await readModels.page({ ...known, ...queueQuery(queue, onlooker) });
      const finds = asked.filter(({ find }) => String(find).includes(queue.of));
      expect(finds.length).toBe(queue.breachedBy === undefined ? 1 : 2);
      for (const { find, filter, sort } of finds) {
        const scan = await indexScan({ find, filter, sort });
        // Beside the tenant the index has to know what the queue is about.
        expect(Object.keys((scan?.['keyPattern'] as object | undefined) ?? {})[1]).toBe(
          { worklist: 'queueKeys', 'intake-worklist': 'status', complaints: 'open', directory: 'nextVerificationAt' }[
            queue.of
          ],
        );
        if (mongo) expect(scan?.['boundedFields']).toBeGreaterThanOrEqual(2);
      }
    },
  );
});
