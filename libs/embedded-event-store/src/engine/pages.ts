/** Something read piece by piece: messages of stored events in order. */
export interface Pages {
  /** The next messages, perhaps none where nothing passed a filter; `undefined` at the end. */
  readonly next: () => readonly Buffer[] | undefined;
}

/** Events in a page at most: enough to make one read of the file worth it, few enough to leave others their turn. */
export const PAGE_EVENTS = 512;

/** Bytes in a page at which no more events are added. */
export const PAGE_BYTES = 256 * 1024;
