/** The name of everything, where a stream is expected. */
export const ALL = '$all';

/** A persistent subscription: a group of consumers that share the events of a stream, or of everything. */
export interface GroupKey {
  /** Name of a stream, or `$all`. */
  readonly source: string;
  readonly group: string;
}

const base = ({ source, group }: GroupKey): string => `$persistentsubscription-${source}::${group}`;

/** The stream that a group's progress is written to. */
export const checkpointStream = (key: GroupKey): string => `${base(key)}-checkpoint`;

/** The stream of links to messages that nobody could deal with. */
export const parkedStream = (key: GroupKey): string => `${base(key)}-parked`;
