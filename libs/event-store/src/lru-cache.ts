/** Keeps the most recently used entries, and none longer than its time to live. */
export class LruCache<Value> {
  private readonly entries = new Map<string, { readonly value: Value; readonly until: number }>();

  /**
   * @param capacity how many entries are kept
   * @param timeToLive milliseconds after which an entry is forgotten however often it is used
   * @param now milliseconds of a clock that never goes back
   */
  constructor(
    private readonly capacity: number,
    private readonly timeToLive = Infinity,
    private readonly now: () => number = () => performance.now(),
  ) {}

  get(key: string): Value | undefined {
    const entry = this.entries.get(key);
    if (!entry) return undefined;
    this.entries.delete(key);
    if (entry.until !== Infinity && entry.until <= this.now()) return undefined;
    this.entries.set(key, entry);
    return entry.value;
  }

  set(key: string, value: Value): void {
    this.entries.delete(key);
    this.entries.set(key, { value, until: this.timeToLive === Infinity ? Infinity : this.now() + this.timeToLive });
    if (this.entries.size <= this.capacity) return;
    const oldest = this.entries.keys().next();
    if (!oldest.done) this.entries.delete(oldest.value);
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  delete(key: string): void {
    this.entries.delete(key);
  }

  clear(): void {
    this.entries.clear();
  }
}
