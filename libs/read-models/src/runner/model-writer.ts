import type { EventLog, KnownSoFar, Projection } from '@referral/eventsourcing';
import type { Intervention } from '../store/intervention';
import { type Checkpoint, type Commit, type Move, Unstorable } from '../store/model-store';
import type { ParkedEvent } from '../store/parked-event';
import { commitSurely, type CommitSurroundings, patiently } from './commit-surely';
import { type Addressed, address, type Delivery } from './delivery';
import { type Evolved, evolveBatch } from './evolve-batch';
import { HeldBatch } from './held-batch';
import { knownUpTo } from './known-up-to';
import { readAgain } from './read-again';
import { RecentDocuments } from './recent-documents';

/** What a writer needs of its surroundings. */
export interface WriterSurroundings extends CommitSurroundings {
  readonly log: EventLog;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** An instant that is later than all that it has told before: what comes late is ordered by it. */
  readonly lateAt: () => string;
}

/** How long a checkpoint may stand still while nothing concerns its model; measured by a clock that nobody sets. */
const beatMs = 1_000;

/** Moves one model on, batch by batch, as long as nobody else takes it over. Batches and interventions come one after another. */
export class ModelWriter {
  readonly #categories: ReadonlySet<string>;
  readonly #parked: Set<string>;
  readonly #documents: RecentDocuments;
  readonly #held: HeldBatch;
  #checkpoint: Checkpoint;
  /** What it has been shown, which may be further than its checkpoint when that concerned others. */
  #seen: string | null;
  #writtenAt: number;
  #turn: Promise<unknown> = Promise.resolve();
  #failure: { readonly error: unknown } | null = null;

  private constructor(
    readonly projection: Projection,
    checkpoint: Checkpoint,
    parked: Iterable<string>,
    private readonly known: KnownSoFar<unknown> | undefined,
    private readonly around: WriterSurroundings,
  ) {
    this.#categories = new Set(projection.categories);
    this.#checkpoint = checkpoint;
    this.#seen = checkpoint.position;
    this.#parked = new Set(parked);
    this.#documents = new RecentDocuments(projection, (ids) =>
      patiently(around, this.model, () => around.store.load(this.model, ids)),
    );
    this.#held = new HeldBatch(projection);
    this.#writtenAt = performance.now();
  }

  /** Takes a model over from whoever had it. */
  static async open(
    projection: Projection,
    model: string,
    owner: string,
    around: WriterSurroundings,
  ): Promise<ModelWriter> {
    const checkpoint = await around.store.acquire(model, owner);
    const parked = await around.store.parked(model);
    const known = await knownUpTo(around.log, projection, checkpoint.position, around.signal);
    return new ModelWriter(
      projection,
      checkpoint,
      parked.map(({ documentId }) => documentId),
      known,
      around,
    );
  }

  get model(): string {
    return this.#checkpoint.model;
  }

  get checkpoint(): Checkpoint {
    return this.#checkpoint;
  }

  /** `positionKey` of the newest position that it has been shown. */
  get seen(): string | null {
    return this.#seen;
  }

  get parkedDocuments(): number {
    return this.#parked.size;
  }

  /**
   * Takes in what concerns this model and is new to it; `through`: key of the position that all deliveries reach. It is written when it
   * has come to enough, or with `flush`. A batch may be given before the one before it is written; when that fails, none after it is
   * taken in, so that nothing is left out.
   */
  apply(deliveries: readonly Delivery[], through: string): Promise<void> {
    return this.inTurn(async () => {
      this.#held.add(this.#fresh(deliveries));
      this.see(through);
      if (this.#held.isFull) await this.#release();
      else await this.#showLife();
    });
  }

  /** Writes all that it has taken in. */
  flush(): Promise<void> {
    return this.inTurn(() => this.#release());
  }

  /** In its turn: takes a batch in and writes it at once. */
  async takeAlone(deliveries: readonly Delivery[], through: string): Promise<void> {
    this.#held.add(this.#fresh(deliveries));
    this.see(through);
    await this.#release();
  }

  /** In its turn: what a batch makes of the model, to be written beside others and then told as `written`; `null`: it concerns others. */
  async prepare(deliveries: readonly Delivery[]): Promise<Commit | null> {
    const fresh = [...this.#held.events, ...this.#fresh(deliveries)];
    const last = fresh.at(-1);
    return last ? this.#evolvedTo(address(this.projection, fresh), last.key, fresh.length) : null;
  }

  /** A prepared commit has happened. */
  written(commit: Commit): void {
    this.#held.clear();
    this.#documents.keep(commit);
    for (const { documentId } of commit.parks) this.#parked.add(documentId);
    this.#checkpoint = { ...this.#checkpoint, position: commit.to, events: this.#checkpoint.events + commit.events };
    if (commit.to !== null) this.see(commit.to);
    this.#writtenAt = performance.now();
  }

  /**
   * What was to be written beside others has not been, so nothing after it may be. When each model has to take its batch in by itself,
   * that is still to be tried.
   */
  unwritten(error: unknown): void {
    this.#documents.forget();
    if (!(error instanceof Unstorable)) this.#failure = { error };
  }

  /** Everything up to there has been shown to it. */
  see(through: string): void {
    if (this.#seen === null || this.#seen < through) this.#seen = through;
  }

  /** Writes the checkpoint when it has stood still for a while: others see that the model is held, and how far it is. */
  beat(): Promise<void> {
    return this.inTurn(async () => {
      if (this.#wasWrittenLately || this.#held.events.length > 0) return;
      await this.#commit(this.#commitOf(noChange, this.#seen, 0));
    });
  }

  /**
   * Takes a document's parked events in again; `skip` leaves the first of them out for good. The log may have to be read a long way for
   * that, and holds up no batch meanwhile; only what was parked since then is read in its turn.
   */
  async retry(request: Intervention, { skip }: { readonly skip: boolean }): Promise<void> {
    const earlier = await this.#readAgain(await this.#waiting(request), new Map(), skip);
    const known = new Map(earlier.map((delivery) => [delivery.key, delivery]));
    return this.inTurn(async () => {
      await this.#release();
      const waiting = await this.#waiting(request);
      const again = await this.#readAgain(waiting, known, skip);
      const late = `${this.#checkpoint.position ?? ''}+${this.around.lateAt()}`;
      const evolved = await this.#evolve(again, {
        parked: new Set(),
        entryPosition: (key: string) => `${late}+${key}`,
      });
      const still = new Map(evolved.parks.map((event) => [event._id, event]));
      const parks = waiting.flatMap((event) => {
        const parked = still.get(event._id);
        return parked ? [{ ...event, failure: parked.failure }] : [];
      });
      const unparks = waiting.filter(({ _id }) => !still.has(_id)).map(({ _id }) => _id);
      const settles = this.#settled(request, waiting.length, parks.length);
      await this.#commit(this.#commitOf({ ...evolved, parks, unparks, settles }, this.#checkpoint.position, 0));
      if (parks.length === 0 && request.documentId !== undefined) this.#parked.delete(request.documentId);
    });
  }

  /** Puts entries where they are to stand. */
  move(moves: readonly Move[]): Promise<void> {
    return this.inTurn(async () => {
      const { position } = this.#checkpoint;
      if (moves.length > 0) await this.#commit({ ...this.#commitOf(noChange, position, 0), moves });
    });
  }

  /** Does something when all that was asked before is done. */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  /** What concerns this model and is new to it. What it knows may be ahead of what it has written: each event is shown its own past. */
  #fresh(deliveries: readonly Delivery[]): readonly Delivery[] {
    if (this.#failure) throw this.#failure.error;
    const seen = this.#seen;
    const fresh = deliveries.filter(
      ({ key, category }) => (seen === null || key > seen) && this.#categories.has(category),
    );
    if (this.known) for (const { message } of fresh) if (message.kind === 'event') this.known.learn(message.event);
    return fresh;
  }

  /** The parked events that a request is about, in log order. */
  async #waiting({ documentId }: Intervention): Promise<readonly ParkedEvent[]> {
    return (await this.around.store.parked(this.model)).filter((event) => event.documentId === documentId);
  }

  /** The parked events as the log tells them, but for those that are known already. */
  async #readAgain(
    waiting: readonly ParkedEvent[],
    known: ReadonlyMap<string, Addressed>,
    skip: boolean,
  ): Promise<readonly Addressed[]> {
    const wanted = skip ? waiting.slice(1) : waiting;
    const unknown = wanted.filter(({ position }) => !known.has(position));
    const read = await readAgain(this.around.log, this.projection, unknown, this.around.signal);
    return [...wanted.flatMap(({ position }) => known.get(position) ?? []), ...read];
  }

  async #release(): Promise<void> {
    if (this.#failure) throw this.#failure.error;
    try {
      await this.#take(this.#held.events);
    } catch (error) {
      this.#failure = { error };
      throw error;
    }
  }

  async #take(deliveries: readonly Delivery[]): Promise<void> {
    const last = deliveries.at(-1);
    if (!last) return;
    try {
      await this.#takeTogether(address(this.projection, deliveries), last.key, deliveries.length);
    } catch (error) {
      if (!(error instanceof Unstorable)) throw error;
      await this.#takeApart(deliveries, error);
    }
  }

  /** Finds the event whose document cannot be stored, and parks it. */
  async #takeApart(deliveries: readonly Delivery[], error: Unstorable): Promise<void> {
    const [only, ...others] = deliveries;
    if (only && others.length === 0) {
      const addressed = address(this.projection, deliveries).map((event) => ({ ...event, failure: error.message }));
      return this.#takeTogether(addressed, only.key, 1);
    }
    const middle = Math.ceil(deliveries.length / 2);
    await this.#take(deliveries.slice(0, middle));
    await this.#take(deliveries.slice(middle));
  }

  async #takeTogether(addressed: readonly Addressed[], to: string, events: number): Promise<void> {
    await this.#commit(await this.#evolvedTo(addressed, to, events));
  }

  async #evolvedTo(addressed: readonly Addressed[], to: string, events: number): Promise<Commit> {
    const evolved = await this.#evolve(addressed, { parked: this.#parked });
    return this.#commitOf({ ...evolved, unparks: [] }, to, events);
  }

  async #evolve(
    addressed: readonly Addressed[],
    options: { readonly parked: ReadonlySet<string>; readonly entryPosition?: (key: string) => string },
  ): Promise<Evolved> {
    const loaded = await this.#documents.before(addressed.filter(({ documentId }) => !options.parked.has(documentId)));
    const before = this.#checkpoint.position;
    const { model, projection, known } = this;
    const context = { model, projection, known, before, now: this.#now(), ...options };
    return evolveBatch(context, addressed, loaded);
  }

  /** While a long batch grows, others see that the model is held: its checkpoint is written again where it is. */
  async #showLife(): Promise<void> {
    if (this.#wasWrittenLately) return;
    await commitSurely(this.around, [this.#commitOf(noChange, this.#checkpoint.position, 0)]);
    this.#writtenAt = performance.now();
  }

  get #wasWrittenLately(): boolean {
    return performance.now() - this.#writtenAt < beatMs;
  }

  #commitOf(change: Change, to: string | null, events: number): Commit {
    const { model, epoch, position: from } = this.#checkpoint;
    return { model, epoch, from, to, events, ...change };
  }

  async #commit(commit: Commit): Promise<void> {
    try {
      await commitSurely(this.around, [commit]);
    } catch (error) {
      this.#documents.forget();
      throw error;
    }
    this.written(commit);
  }

  #settled(request: Intervention, waited: number, left: number): Intervention {
    const outcome = waited === 0 ? 'Nothing was parked.' : `${waited - left} of ${waited} parked events released.`;
    return { ...request, state: left === 0 ? 'done' : 'failed', outcome, settledAt: this.#now() };
  }

  #now(): string {
    return new Date(this.around.clock()).toISOString();
  }
}

type Change = Pick<Commit, 'additions' | 'puts' | 'removals' | 'entries' | 'parks' | 'unparks' | 'settles'>;
const noChange: Change = { puts: [], removals: [], entries: [], parks: [], unparks: [] };
