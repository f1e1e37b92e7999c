import type { Document, Value } from '../../bson';

/** Computes the new value of a field from the one it has; undefined is a missing field, before and after. */
export type Change = (current: Value | undefined, document: Document) => Value | undefined;

/** One field an update touches. */
export type Modifier = {
  readonly operator: string;
  readonly path: readonly string[];
  readonly change: Change;
  /** Whether the way to the field is built when it is missing. */
  readonly creates: boolean;
  /** Applied only when an upsert inserts. */
  readonly onlyOnInsert: boolean;
};
