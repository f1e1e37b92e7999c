import type { Projection } from '@referral/eventsourcing';
import type { Commit, Row } from '../store/model-store';
import type { Addressed, Delivery } from './delivery';

/** Reads documents of one model from its store. */
type Read = (ids: readonly string[]) => Promise<ReadonlyMap<string, Row>>;

/** Documents whose last state is kept in memory unless told otherwise; one takes some ten kilobytes. */
const defaultCapacity = 2_000;

/**
 * The documents that a writer wrote last, so that the next batch need not read them. They are what the store has for as long as nobody
 * else writes to the model: whoever is refused a commit, or is not sure of it, forgets them.
 */
export class RecentDocuments {
  /** `null`: not there. */
  readonly #rows = new Map<string, Row | null>();

  constructor(
    private readonly projection: Projection,
    private readonly read: Read,
    private readonly capacity = defaultCapacity,
  ) {}

  /** The documents as they were before the deliveries; one is read only when nothing is known of it. */
  async before(deliveries: readonly Addressed[]): Promise<ReadonlyMap<string, Row>> {
    const found = new Map<string, Row>();
    const first = new Map<string, Addressed>();
    for (const delivery of deliveries) if (!first.has(delivery.documentId)) first.set(delivery.documentId, delivery);
    const unknown: string[] = [];
    for (const [id, { message }] of first) {
      const known = this.#rows.get(id);
      if (known) found.set(id, known);
      else if (known === undefined && !this.#begins(message)) unknown.push(id);
    }
    const read = unknown.length > 0 ? await this.read(unknown) : [];
    for (const [id, row] of read) found.set(id, row);
    return found;
  }

  /** A commit has happened. */
  keep({ additions = [], puts, removals }: Pick<Commit, 'additions' | 'puts' | 'removals'>): void {
    for (const row of additions) this.#keep(row._id, row);
    for (const row of puts) this.#keep(row._id, row);
    for (const id of removals) this.#keep(id, null);
  }

  /** A commit failed, or nobody knows. */
  forget(): void {
    this.#rows.clear();
  }

  #keep(id: string, row: Row | null): void {
    this.#rows.delete(id);
    this.#rows.set(id, row);
    if (this.#rows.size <= this.capacity) return;
    const oldest = this.#rows.keys().next();
    if (!oldest.done) this.#rows.delete(oldest.value);
  }

  #begins(message: Delivery['message']): boolean {
    return message.kind === 'event' && (this.projection.begins?.(message.event) ?? false);
  }
}
