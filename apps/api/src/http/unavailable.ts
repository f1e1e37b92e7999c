/** Something that is needed cannot be reached or is not ready yet; answered with 503 and Retry-After. */
export class Unavailable extends Error {
  constructor(
    readonly code:
      | 'STORE_UNAVAILABLE'
      | 'STREAM_BUSY'
      | 'STREAM_UNREADABLE'
      | 'READ_MODELS_UNAVAILABLE'
      | 'KEYS_UNAVAILABLE'
      | 'NOT_YET_VISIBLE',
    message: string,
  ) {
    super(message);
    this.name = 'Unavailable';
  }
}
