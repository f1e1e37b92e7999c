/** The events of a stream that are in the log: a scavenged stream lacks the first ones. */
export interface Revisions {
  /** Revision of the first event that is in the log. */
  readonly first: number;
  /** Place in the log's order of that event and of each one behind it. */
  readonly ordinals: readonly number[];
}

/** Events that a stream has had, whether they are in the log still or not. */
export const lengthOf = ({ first, ordinals }: Revisions): number => first + ordinals.length;

/** Place in the log's order of an event; `undefined` when it never was, or is gone. */
export const ordinalAt = ({ first, ordinals }: Revisions, revision: number): number | undefined =>
  ordinals[revision - first];

/** A stream that was never written. */
export const noRevisions: Revisions = { first: 0, ordinals: [] };
