/** Undoes a listening. */
export type StopListening = () => void;

/** Tells followers that there is something new for them. */
export interface CommitSignal {
  readonly onAny: (listener: () => void) => StopListening;
  readonly onStream: (stream: string, listener: () => void) => StopListening;
  /** Calls everybody who listens to the log or to one of these streams. */
  readonly announce: (streams: Iterable<string>) => void;
}

export const createCommitSignal = (): CommitSignal => {
  const anyListeners = new Set<() => void>();
  const byStream = new Map<string, Set<() => void>>();
  return {
    onAny: (listener) => {
      anyListeners.add(listener);
      return () => anyListeners.delete(listener);
    },
    onStream: (stream, listener) => {
      const listeners = byStream.get(stream) ?? new Set();
      byStream.set(stream, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0 && byStream.get(stream) === listeners) byStream.delete(stream);
      };
    },
    announce: (streams) => {
      for (const listener of anyListeners) listener();
      if (byStream.size === 0) return;
      for (const stream of new Set(streams)) for (const listener of byStream.get(stream) ?? []) listener();
    },
  };
};
