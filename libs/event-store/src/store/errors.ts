/** The stream does not end where the writer expected. Nothing was written. */
export class RevisionConflict extends Error {
  /** @param actual revision of the stream's last event; `null` when it has none */
  constructor(
    readonly streamId: string,
    readonly actual: bigint | null,
  ) {
    super(`${streamId} ends at ${actual === null ? 'nothing' : String(actual)}`);
    this.name = 'RevisionConflict';
  }
}

/** The store gave no usable answer in time. After an append its outcome is unknown: all of it is there, or nothing. */
export class StoreUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreUnavailable';
  }
}

/** The store will never take this append: too large, forbidden, or the stream is closed for ever. Nothing was written. */
export class AppendRefused extends Error {
  constructor(
    readonly streamId: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'AppendRefused';
  }
}
