import type { Part } from '../query/queries';
import { compareRows, matches, scalarAt } from '@referral/conditions';
import { choose } from '../query/choose';
import type { Intervention } from '../store/intervention';
import {
  type Checkpoint,
  type Commit,
  FencedOff,
  type Find,
  type Grouped,
  ModelStore,
  type Row,
  Unstorable,
} from '../store/model-store';
import type { ParkedEvent } from '../store/parked-event';

interface Model {
  readonly documents: Map<string, Row>;
  readonly entries: Map<string, Row>;
  readonly parked: Map<string, ParkedEvent>;
}

/** Read models in this process's memory: for tests and trials. Behaves as the database does, fencing included. */
export class InMemoryModelStore extends ModelStore {
  readonly #models = new Map<string, Model>();
  readonly #checkpoints = new Map<string, Checkpoint>();
  readonly #aliases = new Map<string, string>();
  readonly #interventions = new Map<string, Intervention>();

  /** @param clock milliseconds since 1970 */
  constructor(private readonly clock: () => number) {
    super();
  }

  create(model: string): Promise<void> {
    if (!this.#models.has(model)) {
      this.#models.set(model, { documents: new Map(), entries: new Map(), parked: new Map() });
      this.#checkpoints.set(model, {
        model,
        position: null,
        events: 0,
        commits: 0,
        epoch: 0,
        owner: '',
        updatedAt: this.#now(),
      });
    }
    return Promise.resolve();
  }

  acquire(model: string, owner: string): Promise<Checkpoint> {
    const held = this.#checkpoint(model);
    const checkpoint = { ...held, epoch: held.epoch + 1, owner, updatedAt: this.#now() };
    this.#checkpoints.set(model, checkpoint);
    return Promise.resolve(checkpoint);
  }

  checkpoints(): Promise<readonly Checkpoint[]> {
    return Promise.resolve([...this.#checkpoints.values()]);
  }

  aliases(): Promise<ReadonlyMap<string, string>> {
    return Promise.resolve(new Map(this.#aliases));
  }

  makeLive(projection: string, model: string): Promise<void> {
    this.#aliases.set(projection, model);
    return Promise.resolve();
  }

  drop(model: string): Promise<void> {
    if ([...this.#aliases.values()].includes(model)) return Promise.reject(new Error(`${model} is live.`));
    this.#models.delete(model);
    this.#checkpoints.delete(model);
    return Promise.resolve();
  }

  load(model: string, ids: readonly string[]): Promise<ReadonlyMap<string, Row>> {
    const { documents } = this.#model(model);
    const found = new Map<string, Row>();
    for (const id of ids) {
      const row = documents.get(id);
      if (row) found.set(id, row);
    }
    return Promise.resolve(found);
  }

  commit(...commits: readonly Commit[]): Promise<void> {
    for (const { model, epoch, from } of commits) {
      const checkpoint = this.#checkpoints.get(model);
      if (checkpoint?.epoch !== epoch || checkpoint.position !== from) return Promise.reject(new FencedOff(model));
    }
    if (commits.some((commit) => documentsOf(commit).some(isTooLarge)))
      return Promise.reject(new Unstorable('it is larger than 16 MiB.'));
    for (const commit of commits) this.#write(commit);
    return Promise.resolve();
  }

  parked(model?: string): Promise<readonly ParkedEvent[]> {
    const models = model === undefined ? [...this.#models.values()] : [this.#model(model)];
    const events = models.flatMap(({ parked }) => [...parked.values()]);
    return Promise.resolve(events.sort((left, right) => (left.position < right.position ? -1 : 1)));
  }

  parkedCounts(): Promise<ReadonlyMap<string, number>> {
    return Promise.resolve(new Map([...this.#models].map(([model, { parked }]) => [model, parked.size])));
  }

  record(intervention: Intervention): Promise<void> {
    this.#interventions.set(intervention._id, intervention);
    return Promise.resolve();
  }

  interventions({ open }: { readonly open: boolean }): Promise<readonly Intervention[]> {
    const all = [...this.#interventions.values()].reverse();
    return Promise.resolve(open ? all.filter(({ state }) => state === 'requested') : all);
  }

  get(model: string, tenantId: string, id: string): Promise<Row | null> {
    const row = this.#model(model).documents.get(id);
    return Promise.resolve(row?.tenantId === tenantId ? row : null);
  }

  find({ model, part, tenantId, filter, sort, limit, without = [] }: Find): Promise<readonly Row[]> {
    const rows = this.#rows(model, part).filter((row) => row.tenantId === tenantId);
    const found = choose(rows, { filter, sort, limit });
    const left = (row: Row): Row =>
      Object.fromEntries(Object.entries(row).filter(([name]) => !without.includes(name))) as Row;
    return Promise.resolve(without.length > 0 ? found.map(left) : found);
  }

  count({ limit, ...among }: Omit<Find, 'sort'>): Promise<number | null> {
    return Promise.resolve(Math.min(this.#matching(among).length, limit));
  }

  countBy({ by, texts, ...among }: Grouped): Promise<ReadonlyMap<string, number>> {
    const counts = new Map(texts.map((text) => [text, 0]));
    for (const row of this.#matching(among)) {
      const text = scalarAt(row, by);
      if (typeof text === 'string' && counts.has(text)) counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    return Promise.resolve(counts);
  }

  async *scan({ model, part, filter, tenantId }: Parameters<ModelStore['scan']>[0]): AsyncIterable<Row> {
    const rows = this.#rows(model, part).filter((row) => tenantId === undefined || row.tenantId === tenantId);
    yield* await Promise.resolve(rows.filter((row) => matches(row, filter)).sort(byId));
  }

  #model(model: string): Model {
    const found = this.#models.get(model);
    if (!found) throw new Error(`There is no read model ${model}.`);
    return found;
  }

  #checkpoint(model: string): Checkpoint {
    const found = this.#checkpoints.get(model);
    if (!found) throw new Error(`There is no read model ${model}.`);
    return found;
  }

  #matching({ model, part, tenantId, filter }: Pick<Find, 'model' | 'part' | 'tenantId' | 'filter'>): readonly Row[] {
    return this.#rows(model, part).filter((row) => row.tenantId === tenantId && matches(row, filter));
  }

  #rows(model: string, part: Part): Row[] {
    return [...this.#model(model)[part].values()];
  }

  #write(commit: Commit): void {
    const { documents, entries, parked } = this.#model(commit.model);
    for (const row of documentsOf(commit)) documents.set(row._id, row);
    for (const id of commit.removals) documents.delete(id);
    for (const row of commit.entries) entries.set(row._id, row);
    for (const { id, position } of commit.moves ?? []) {
      const entry = entries.get(id);
      if (entry) entries.set(id, { ...entry, _position: position, _late: true });
    }
    for (const event of commit.parks) parked.set(event._id, event);
    for (const id of commit.unparks) parked.delete(id);
    if (commit.settles) this.#interventions.set(commit.settles._id, commit.settles);
    const checkpoint = this.#checkpoints.get(commit.model);
    if (!checkpoint) return;
    const events = checkpoint.events + commit.events;
    const commits = checkpoint.commits + 1;
    this.#checkpoints.set(commit.model, {
      ...checkpoint,
      position: commit.to,
      events,
      commits,
      updatedAt: this.#now(),
    });
  }

  #now(): string {
    return new Date(this.clock()).toISOString();
  }
}

const byId = compareRows([{ path: '_id', order: 'ascending' }]);

/** Texts alone can make a document so large: the length of the JSON is near enough. */
const isTooLarge = (row: Row): boolean => JSON.stringify(row).length > 16 * 1024 * 1024;

const documentsOf = ({ additions = [], puts }: Commit): readonly Row[] => [...additions, ...puts];
