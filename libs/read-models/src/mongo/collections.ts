import type { Collection, Db } from 'mongodb';
import type { Part } from '../query/queries';
import type { Intervention } from '../store/intervention';
import type { Checkpoint, Row } from '../store/model-store';
import type { ParkedEvent } from '../store/parked-event';

/** A checkpoint under the key of its model. */
export type CheckpointDocument = Omit<Checkpoint, 'model'> & { readonly _id: string };

/** Which model a projection's queries are answered from. */
export interface Alias {
  /** Name of the projection. */
  readonly _id: string;
  readonly model: string;
}

/** The collections of the read-model database: two for each model, and four of our own. */
export const collectionsOf = (db: Db) => ({
  rows: (model: string, part: Part): Collection<Row> =>
    db.collection(part === 'documents' ? model : `${model}.entries`),
  checkpoints: db.collection<CheckpointDocument>('_checkpoints'),
  live: db.collection<Alias>('_live'),
  parked: db.collection<ParkedEvent>('_parked'),
  interventions: db.collection<Intervention>('_interventions'),
});
