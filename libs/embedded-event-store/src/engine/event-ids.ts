/**
 * Ids of the newest events, so that an append which is sent again under `any` is known. An id that is written several times,
 * which an exact expected revision allows, counts where it was written first.
 */
export interface RecentEventIds {
  readonly remember: (id: string, ordinal: number) => void;
  /** The event of that id; `undefined` when it was never seen or is forgotten. */
  readonly ordinal: (id: string) => number | undefined;
}

/** About 100 MB of memory when full; a real EventStoreDB remembers a bounded number, too. */
const REMEMBERED = 1_000_000;

export const recentEventIds = (limit = REMEMBERED): RecentEventIds => {
  const ordinals = new Map<string, number>();
  return {
    remember: (id, ordinal) => {
      if (ordinals.has(id)) return;
      ordinals.set(id, ordinal);
      if (ordinals.size <= limit) return;
      const [oldest] = ordinals.keys();
      if (oldest !== undefined) ordinals.delete(oldest);
    },
    ordinal: (id) => ordinals.get(id),
  };
};
