import type { ProposedEvent } from '../engine/write-request';

/** Bytes of data that one append may have, all its events together; metadata does not count. As EventStoreDB 23.10. */
export const MAXIMUM_APPEND_BYTES = 1_048_576;

export const dataBytes = (events: readonly ProposedEvent[]): number =>
  events.reduce((sum, { data }) => sum + data.length, 0);
