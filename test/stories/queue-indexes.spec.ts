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
      if (commandName === 'find') asked.push(command);
    });
  });
  afterAll(async () => {
    await client.db(database).dropDatabase();
    await client.close();
    await mongo?.stop();
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
        const plan = await client.db(database).command({ explain: { find, filter, sort }, verbosity: 'queryPlanner' });
        const stages = stagesOf((plan['queryPlanner'] as Document)['winningPlan'] as Document);
        const scan = stages.find(({ stage }) => stage === 'IXSCAN');
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
