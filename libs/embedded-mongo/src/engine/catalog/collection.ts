import type { Document } from '../../bson';
import type { Index } from './index-spec';

/** A collection: its name, the space of its documents, and its secondary indexes. Documents are ordered by _id. */
export type Collection = {
  readonly database: string;
  readonly name: string;
  readonly space: number;
  readonly uuid: Buffer;
  readonly options: Document;
  indexes: readonly Index[];
  /** Number of committed documents. */
  count: number;
  /** The group of writes that last changed what the collection is: older snapshots cannot use it. */
  changedAt: number;
};

/** `database.collection`. */
export const namespaceOf = ({ database, name }: Pick<Collection, 'database' | 'name'>): string => `${database}.${name}`;
