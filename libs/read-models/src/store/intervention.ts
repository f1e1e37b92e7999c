/** Something that a person asked of a runner, why, and what became of it. It stays as the record. */
export interface Intervention {
  /** UUID. */
  readonly _id: string;
  /**
   * `retry`: take a document's parked events in again. `skip`: leave out the first of them for good and take in the rest.
   * `rebuild`: build the model anew beside the live one. `switch`: make what was built the live one. `drop`: remove an old build.
   */
  readonly kind: 'retry' | 'skip' | 'rebuild' | 'switch' | 'drop';
  /** Of `retry`, `skip`, `drop` and `switch`: a model key; of `rebuild`: a projection's name. */
  readonly target: string;
  /** Of `retry` and `skip`. */
  readonly documentId?: string;
  /** Of `rebuild`: make it live as soon as it has everything. */
  readonly switchWhenDone?: boolean;
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly reason: string;
  readonly state: 'requested' | 'done' | 'failed';
  /** What it came to, for people. */
  readonly outcome?: string;
  readonly settledAt?: string;
}
