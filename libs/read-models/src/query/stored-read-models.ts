import { DomainError, type LogPosition, positionKey } from '@referral/eventsourcing';
import { type CountBounds, ReadModels } from '../read-models';
import type { ModelStatus } from '../status';
import { readModelKey } from '../store/model-name';
import type { Checkpoint, Find, ModelStore, Row } from '../store/model-store';
import { checkCondition } from './check-condition';
import { choose } from './choose';
import { cursorSeal } from './cursor';
import { pageRows } from './page-rows';
import type { Count, Counting, Page, PageQuery, Query, Stored } from './queries';
import { SharedPoll } from './shared-poll';

interface Standing {
  readonly aliases: ReadonlyMap<string, string>;
  readonly checkpoints: ReadonlyMap<string, Checkpoint>;
}

/** Rows of a query that are put in order here and not by the database. */
const mostCounted = 2_000;

/** How long an answer about which model is live is believed. After a switch the old one is still there, whole, for longer. */
const aliasAgeMs = 250;

/** Read models answered from a store. `cursorKey`: at least 32 bytes, the same in every process that serves the same clients. */
export class StoredReadModels extends ReadModels {
  readonly #seal: ReturnType<typeof cursorSeal>;
  readonly #poll: SharedPoll<Standing>;
  #aliases: { readonly known: ReadonlyMap<string, string>; readonly until: number } | null = null;

  constructor(
    private readonly store: ModelStore,
    { cursorKey }: { readonly cursorKey: Uint8Array },
  ) {
    super();
    this.#seal = cursorSeal(cursorKey);
    this.#poll = new SharedPoll(async () => this.#standing(await this.#known()));
  }

  async get<Content extends object>(projection: string, tenantId: string, id: string): Promise<Stored<Content> | null> {
    const row = await this.store.get(await this.#live(projection), tenantId, id);
    return row as Stored<Content> | null; // its reader names the type that its projection wrote
  }

  async page<Content extends object>(query: PageQuery): Promise<Page<Content>> {
    const model = await this.#live(query.projection);
    const { tenantId, part = 'documents', without = [] } = query;
    const { filter, sort, counting } = query;
    const page = await pageRows(query, this.#seal, async (find) =>
      counting
        ? choose(await this.#counted({ model, part, tenantId, without, filter, sort }, counting), find)
        : this.store.find({ model, part, tenantId, without, ...find }),
    );
    return page as Page<Content>;
  }

  async count(query: Query, { upTo = 1_000, withinMs = 500 }: CountBounds = {}): Promise<Count> {
    checkCondition(query.filter);
    const model = await this.#live(query.projection);
    const { tenantId, filter, part = 'documents' } = query;
    const found = await this.store.count({ model, part, tenantId, filter, limit: upTo + 1 }, withinMs);
    if (found === null) return { value: null, exact: false };
    return found > upTo ? { value: upTo, exact: false } : { value: found, exact: true };
  }

  async *scan<Content extends object>(query: Query): AsyncIterable<Stored<Content>> {
    checkCondition(query.filter);
    const model = await this.#live(query.projection);
    const { tenantId, filter, part = 'documents' } = query;
    for await (const row of this.store.scan({ model, part, tenantId, filter })) yield row as Stored<Content>;
  }

  instantOf(cursor: string | undefined): string | null {
    return cursor === undefined ? null : this.#seal.open(cursor).asOf;
  }

  waitFor(projection: string, position: LogPosition, timeoutMs: number): Promise<boolean> {
    const key = positionKey(position);
    return this.#waitUntil(projection, (reached) => reached >= key, timeoutMs);
  }

  waitBeyond(projection: string, key: string, timeoutMs: number): Promise<boolean> {
    return this.#waitUntil(projection, (reached) => reached > key, timeoutMs);
  }

  async status(): Promise<readonly ModelStatus[]> {
    const aliases = this.#remember(await this.store.aliases());
    const [{ checkpoints }, parked] = await Promise.all([this.#standing(aliases), this.store.parkedCounts()]);
    return [...checkpoints.values()].map(({ model, position, events, epoch, updatedAt }) => {
      const { projection, version } = readModelKey(model);
      const live = aliases.get(projection) === model;
      return { model, projection, version, live, position, events, parked: parked.get(model) ?? 0, epoch, updatedAt };
    });
  }

  /** The rows of a query with the number that their order goes by. */
  async #counted(find: Omit<Find, 'limit'>, { as, projection, by, filter }: Counting): Promise<readonly Row[]> {
    const sort = find.sort.filter(({ path }) => path !== as);
    const rows = await this.store.find({ ...find, sort, limit: mostCounted });
    const counts = await this.store.countBy({
      model: await this.#live(projection),
      part: 'documents',
      tenantId: find.tenantId,
      filter,
      by,
      texts: rows.map(({ _id }) => _id),
    });
    return rows.map((row) => ({ ...row, [as]: counts.get(row._id) ?? 0 }));
  }

  #waitUntil(projection: string, reached: (key: string) => boolean, timeoutMs: number): Promise<boolean> {
    return this.#poll.until(({ aliases, checkpoints }) => {
      const position = checkpoints.get(aliases.get(projection) ?? '')?.position;
      return typeof position === 'string' && reached(position);
    }, timeoutMs);
  }

  async #standing(aliases: Standing['aliases']): Promise<Standing> {
    const checkpoints = await this.store.checkpoints();
    return { aliases, checkpoints: new Map(checkpoints.map((checkpoint) => [checkpoint.model, checkpoint])) };
  }

  async #live(projection: string): Promise<string> {
    const model = (await this.#known()).get(projection);
    if (model === undefined)
      throw new DomainError('READ_MODEL_NOT_READY', `The read model "${projection}" has not been built yet.`);
    return model;
  }

  /** Which models are live, asked anew when the last answer is old. */
  async #known(): Promise<Standing['aliases']> {
    if (this.#aliases && this.#aliases.until >= performance.now()) return this.#aliases.known;
    return this.#remember(await this.store.aliases());
  }

  #remember(known: Standing['aliases']): Standing['aliases'] {
    this.#aliases = { known, until: performance.now() + aliasAgeMs };
    return known;
  }
}
