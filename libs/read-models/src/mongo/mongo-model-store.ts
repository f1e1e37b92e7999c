import type { Condition } from '@referral/conditions';
import type { Index } from '@referral/eventsourcing';
import { type MongoClient, WriteConcern } from 'mongodb';
import type { Intervention } from '../store/intervention';
import {
  type Checkpoint,
  type Commit,
  type Find,
  type Grouped,
  ModelStore,
  type Row,
  Unstorable,
} from '../store/model-store';
import type { ParkedEvent } from '../store/parked-event';
import { type CheckpointDocument, collectionsOf } from './collections';
import { type Add, inserted, replaced, writeCommits } from './commit';
import { isDuplicate, isGone, isThereAlready, isTimeOut, isUnstorable } from './database-errors';
import { inGroups } from './in-groups';
import { tenantFilter, toFilter, toSort } from './to-filter';

/** Ids that are asked for in one query: the embedded node looks up so many one by one, and reads the whole range for more. */
const mostIdsAtOnce = 200;

/** Read models in MongoDB. Transactions need a replica set; one member is enough. */
export class MongoModelStore extends ModelStore {
  readonly #collections: ReturnType<typeof collectionsOf>;
  readonly #drop: (collection: string) => Promise<void>;
  readonly #make: (collection: string) => Promise<void>;

  /** @param clock milliseconds since 1970 */
  constructor(
    private readonly client: MongoClient,
    database: string,
    private readonly clock: () => number,
  ) {
    super();
    const db = client.db(database, { ignoreUndefined: true, writeConcern: { w: 'majority' } });
    this.#collections = collectionsOf(db);
    this.#make = async (collection) => {
      await db.createCollection(collection).catch(unless(isThereAlready));
    };
    this.#drop = async (collection) => {
      await db.dropCollection(collection).catch(unless(isGone));
    };
  }

  async create(model: string, indexes: readonly Index[], entryIndexes: readonly Index[]): Promise<void> {
    const { checkpoints, rows, parked, live, interventions } = this.#collections;
    const documents = rows(model, 'documents');
    const entries = rows(model, 'entries');
    // A transaction should not have to make a collection.
    for (const { collectionName } of [checkpoints, parked, live, interventions, documents, entries])
      await this.#make(collectionName);
    await documents.createIndexes([{}, ...indexes].map((index) => ({ key: tenantIndex(index) })));
    await entries.createIndexes(
      [{ _position: 1 } as const, ...entryIndexes].map((index) => ({ key: tenantIndex(index) })),
    );
    await parked.createIndexes([{ key: { model: 1, position: 1 } }]);
    await interventions.createIndexes([{ key: { state: 1, requestedAt: -1 } }]);
    const first = { position: null, events: 0, commits: 0, epoch: 0, owner: '', updatedAt: this.#now() };
    await checkpoints.updateOne({ _id: { $eq: model } }, { $setOnInsert: first }, { upsert: true });
  }

  async acquire(model: string, owner: string): Promise<Checkpoint> {
    const taken = await this.#collections.checkpoints.findOneAndUpdate(
      { _id: { $eq: model } },
      { $inc: { epoch: 1 }, $set: { owner, updatedAt: this.#now() } },
      { returnDocument: 'after' },
    );
    if (!taken) throw new Error(`There is no read model ${model}.`);
    return checkpointOf(taken);
  }

  async checkpoints(): Promise<readonly Checkpoint[]> {
    return (await this.#collections.checkpoints.find().sort({ _id: 1 }).toArray()).map(checkpointOf);
  }

  async aliases(): Promise<ReadonlyMap<string, string>> {
    const aliases = await this.#collections.live.find().toArray();
    return new Map(aliases.map(({ _id, model }) => [_id, model]));
  }

  async makeLive(projection: string, model: string): Promise<void> {
    await this.#collections.live.updateOne({ _id: { $eq: projection } }, { $set: { model } }, { upsert: true });
  }

  async drop(model: string): Promise<void> {
    const { live, checkpoints, parked, rows } = this.#collections;
    if (await live.findOne({ model: { $eq: model } })) throw new Error(`${model} is live.`);
    await checkpoints.deleteOne({ _id: { $eq: model } });
    await parked.deleteMany({ model: { $eq: model } });
    await this.#drop(rows(model, 'documents').collectionName);
    await this.#drop(rows(model, 'entries').collectionName);
  }

  async load(model: string, ids: readonly string[]): Promise<ReadonlyMap<string, Row>> {
    const documents = this.#collections.rows(model, 'documents');
    const found = await Promise.all(
      inGroups(ids, mostIdsAtOnce).map((group) =>
        documents.find({ _id: { $in: group } }, { batchSize: group.length + 1 }).toArray(),
      ),
    );
    return new Map(found.flat().map((row) => [row._id, row]));
  }

  async commit(...commits: readonly Commit[]): Promise<void> {
    try {
      await this.#write(commits, inserted).catch(async (error: unknown) => {
        if (!isDuplicate(error)) throw error;
        await this.#write(commits, replaced);
      });
    } catch (error) {
      if (isUnstorable(error)) throw new Unstorable(error instanceof Error ? error.message : String(error));
      throw error;
    }
  }

  async parked(model?: string): Promise<readonly ParkedEvent[]> {
    const filter = model === undefined ? {} : { model: { $eq: model } };
    return this.#collections.parked.find(filter).sort({ model: 1, position: 1 }).toArray();
  }

  async parkedCounts(): Promise<ReadonlyMap<string, number>> {
    const groups = this.#collections.parked.aggregate<{ readonly _id: string; readonly parked: number }>([
      { $group: { _id: '$model', parked: { $sum: 1 } } },
    ]);
    return new Map((await groups.toArray()).map(({ _id, parked }) => [_id, parked]));
  }

  async record(intervention: Intervention): Promise<void> {
    await this.#collections.interventions.replaceOne({ _id: intervention._id }, intervention, { upsert: true });
  }

  async interventions({ open }: { readonly open: boolean }): Promise<readonly Intervention[]> {
    const filter = open ? { state: { $eq: 'requested' as const } } : {};
    return this.#collections.interventions.find(filter).sort({ requestedAt: -1 }).limit(1_000).toArray();
  }

  async get(model: string, tenantId: string, id: string): Promise<Row | null> {
    return this.#collections.rows(model, 'documents').findOne({ _id: { $eq: id }, tenantId: { $eq: tenantId } });
  }

  async find({ model, part, tenantId, filter, sort, limit, without = [] }: Find): Promise<readonly Row[]> {
    const projection = Object.fromEntries(without.map((field) => [field, 0]));
    const rows = this.#collections.rows(model, part).find(tenantFilter(tenantId, filter), { projection });
    return rows.sort(toSort(sort)).limit(limit).toArray();
  }

  async count({ model, part, tenantId, filter, limit }: Omit<Find, 'sort'>, withinMs: number): Promise<number | null> {
    try {
      const rows = this.#collections.rows(model, part);
      return await rows.countDocuments(tenantFilter(tenantId, filter), { limit, maxTimeMS: withinMs });
    } catch (error) {
      if (isTimeOut(error)) return null;
      throw error;
    }
  }

  async countBy({ model, part, tenantId, filter, by, texts }: Grouped): Promise<ReadonlyMap<string, number>> {
    const rows = this.#collections.rows(model, part);
    const counts = new Map<string, number>();
    for (const value of inGroups(texts, mostIdsAtOnce)) {
      const among: Condition = { all: [filter, { path: by, is: 'in', value }] };
      const groups = rows.aggregate<{ readonly _id: string; readonly count: number }>([
        { $match: tenantFilter(tenantId, among) },
        { $group: { _id: `$${by}`, count: { $sum: 1 } } },
      ]);
      for await (const { _id, count } of groups) counts.set(_id, count);
    }
    return counts;
  }

  async *scan({ model, part, filter, tenantId }: Parameters<ModelStore['scan']>[0]): AsyncIterable<Row> {
    const wanted = tenantId === undefined ? toFilter(filter) : tenantFilter(tenantId, filter);
    yield* this.#collections.rows(model, part).find(wanted, { batchSize: 1_000 }).sort({ _id: 1 });
  }

  #write(commits: readonly Commit[], add: Add): Promise<void> {
    return this.client.withSession((session) =>
      session.withTransaction(() => writeCommits(this.#collections, commits, session, this.#now(), add), {
        readConcern: { level: 'snapshot' },
        writeConcern: new WriteConcern('majority'),
      }),
    );
  }

  #now(): string {
    return new Date(this.clock()).toISOString();
  }
}

/** Every query names its tenant, and every sort ends with the id. */
const tenantIndex = (index: Index): Index => ({ tenantId: 1, ...index, _id: index._id ?? 1 });

const checkpointOf = ({ _id, ...checkpoint }: CheckpointDocument): Checkpoint => ({ model: _id, ...checkpoint });

const unless =
  (expected: (error: unknown) => boolean) =>
  (error: unknown): null => {
    if (expected(error)) return null;
    throw error;
  };
