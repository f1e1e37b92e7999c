/** Times and counts of the adapter, in ms. */
export interface EventStoreDbSettings {
  /** For one attempt of an append. */
  readonly appendTimeout: number;
  /** For the next event of a read. */
  readonly readTimeout: number;
  /** How often an append or a read is attempted, the first time included; three keep an outage from becoming a storm. */
  readonly attempts: number;
  /** Before the second attempt; doubles after that. */
  readonly retryPause: number;
  /** A follower that heard nothing for so long looks whether there was something to hear. */
  readonly watchInterval: number;
  /** Told of each interruption of a following, for the log. */
  readonly onInterruption: (error: unknown) => void;
}

export const defaultSettings: EventStoreDbSettings = {
  appendTimeout: 5_000,
  readTimeout: 10_000,
  attempts: 3,
  retryPause: 50,
  watchInterval: 2_000,
  onInterruption: () => undefined,
};
