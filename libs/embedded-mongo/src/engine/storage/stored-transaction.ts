import type { Claimant, Claims } from './claims';
import { mergeScan } from './merge-scan';
import { SortedEntries } from './sorted-entries';
import type { Write } from './sorted-entries';
import type { Entry, KeyRange, Reader, Unit } from './unit';

/** Reads the state of its beginning plus its own writes; others see them all at once, when it commits, or never. */
export class StoredTransaction implements Unit, Claimant {
  readonly keys: string[] = [];
  readonly settled: Promise<void>;
  private readonly writes = new SortedEntries();
  /** Index entries in the order in which they were written: they go among the writes when something is to be scanned. */
  private entries: Write[] = [];
  private readonly effects: (() => void)[] = [];
  private readonly undoing: (() => void)[] = [];
  private settle: () => void = () => undefined;

  constructor(
    private readonly base: Reader,
    private readonly claims: Claims,
    readonly snapshot: number,
    private readonly release: () => void,
    private readonly write: (job: (unit: Unit, sequence: number) => void) => Promise<void>,
  ) {
    this.settled = new Promise((resolve) => (this.settle = resolve));
    claims.begin(this);
  }

  get(key: Buffer): Buffer | undefined {
    const written = this.writes.get(key);
    return written ? (written.value ?? undefined) : this.base.get(key);
  }

  scan(range: KeyRange, limit: number): readonly Entry[] {
    for (const { key, value } of this.entries) this.writes.set(key, value);
    this.entries = [];
    return this.writes.size === 0 ? this.base.scan(range, limit) : mergeScan(this.base, this.writes, range, limit);
  }

  claim(key: Buffer): void {
    this.claims.take(key, this);
  }

  put(key: Buffer, value: Buffer): void {
    this.writes.set(key, value);
  }

  remove(key: Buffer): void {
    this.writes.set(key, null);
  }

  putEntry(key: Buffer, value: Buffer | null): void {
    this.entries.push({ key, value });
  }

  afterCommit(effect: () => void): void {
    this.effects.push(effect);
  }

  afterFailure(effect: () => void): void {
    this.undoing.push(effect);
  }

  /** Whether anything was written. */
  get changed(): boolean {
    return this.writes.size > 0 || this.entries.length > 0;
  }

  /** Makes the writes durable, with what `also` writes in the same unit. The claims are held until they are visible. */
  async commit(also: (unit: Unit) => void): Promise<void> {
    try {
      await this.write((unit, sequence) => {
        this.claims.publish(this, sequence);
        for (const { key, value } of this.writes.values()) {
          if (value) unit.put(key, value);
          else unit.remove(key);
        }
        for (const { key, value } of this.entries) unit.putEntry(key, value);
        also(unit);
        unit.afterCommit(() => {
          for (const effect of this.effects) effect();
        });
      });
    } catch (error) {
      this.abort();
      throw error;
    }
    this.end();
  }

  /** Forgets the writes and lets go of everything held. */
  abort(): void {
    for (const undo of this.undoing.splice(0).reverse()) undo();
    this.end();
  }

  private end(): void {
    this.claims.end(this);
    this.release();
    this.settle();
  }
}
