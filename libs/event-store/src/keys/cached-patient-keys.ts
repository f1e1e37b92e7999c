import { LRUCache } from 'lru-cache';
import { PatientKeys, type DataKey, type KeyOwner } from './patient-keys';

/** How long a key may be used without asking for it again: a key destroyed elsewhere is unusable here after this time, ms. */
const defaultTimeToLive = 5 * 60_000;

/** Remembers keys for a while, and asks once for a key that many want at the same time. A failure is not remembered. */
export class CachedPatientKeys extends PatientKeys {
  private readonly byOwner: LRUCache<string, DataKey>;
  private readonly byId: LRUCache<string, { readonly key: DataKey | null }>;
  private readonly asked = new Map<string, Promise<DataKey | null>>();
  /** Keys destroyed here so far: what was asked for before the last of them is not remembered. */
  private destroyed = 0;

  constructor(
    private readonly keys: PatientKeys,
    options: { readonly capacity?: number; readonly timeToLive?: number; readonly now?: () => number } = {},
  ) {
    super();
    const { capacity = 10_000, timeToLive = defaultTimeToLive, now = () => performance.now() } = options;
    // Asked for the time at each use, since it is a promise that a destroyed key is unusable then.
    const kept = { max: capacity, ttl: timeToLive, ttlResolution: 0, perf: { now } };
    this.byOwner = new LRUCache(kept);
    this.byId = new LRUCache(kept);
  }

  /** The current key of an owner when it is at hand, so that the common case needs no turn of the event loop. */
  peekOf(owner: KeyOwner): DataKey | undefined {
    return this.byOwner.get(nameOf(owner));
  }

  /** The key of an id when it is at hand; `null` when it is known to be destroyed. */
  peekById(keyId: string): DataKey | null | undefined {
    return this.byId.get(keyId)?.key;
  }

  async keyOf(owner: KeyOwner): Promise<DataKey> {
    const name = nameOf(owner);
    const known = this.byOwner.get(name);
    if (known) return known;
    const { destroyed } = this;
    const key = await this.once(name, () => this.keys.keyOf(owner));
    if (!key) throw new TypeError('an owner always has a key');
    if (destroyed !== this.destroyed) return key;
    this.byOwner.set(name, key);
    this.byId.set(key.id, { key });
    return key;
  }

  async keyById(keyId: string): Promise<DataKey | null> {
    const known = this.byId.get(keyId);
    if (known) return known.key;
    const { destroyed } = this;
    const key = await this.once(keyId, () => this.keys.keyById(keyId));
    if (destroyed === this.destroyed) this.byId.set(keyId, { key });
    return key;
  }

  async destroy(owner: KeyOwner): Promise<void> {
    try {
      await this.keys.destroy(owner);
    } finally {
      // Whatever came of it, nothing remembered from before may be used after it.
      this.destroyed += 1;
      this.byOwner.clear();
      this.byId.clear();
      this.asked.clear();
    }
  }

  check(): Promise<void> {
    return this.keys.check();
  }

  private once(name: string, ask: () => Promise<DataKey | null>): Promise<DataKey | null> {
    const asked = this.asked.get(name);
    if (asked) return asked;
    const answer = ask().finally(() => {
      if (this.asked.get(name) === answer) this.asked.delete(name);
    });
    this.asked.set(name, answer);
    return answer;
  }
}

const nameOf = ({ tenantId, ownerId }: KeyOwner): string => JSON.stringify([tenantId, ownerId]);
