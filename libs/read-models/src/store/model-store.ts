import type { Index } from '@referral/eventsourcing';
import type { Condition, Sort } from '@referral/conditions';
import type { Part, Stored } from '../query/queries';
import type { Intervention } from './intervention';
import type { ParkedEvent } from './parked-event';

/** A document or an entry as it is kept. */
export type Row = Stored<Readonly<Record<string, unknown>>>;

/** How far a model is, and who may move it on. */
export interface Checkpoint {
  readonly model: string;
  /** `positionKey` of the newest event seen; `null` before the first. */
  readonly position: string | null;
  /** Events seen. */
  readonly events: number;
  /** Commits so far: while this rises, somebody is at work. */
  readonly commits: number;
  /** A writer that does not know the newest epoch is refused. */
  readonly epoch: number;
  /** Process that holds the epoch. */
  readonly owner: string;
  readonly updatedAt: string;
}

/** Where an entry is to stand. */
export interface Move {
  readonly id: string;
  /** Its `_position` from now on. */
  readonly position: string;
}

/** What a batch of events does to a model: all of it happens, or none. */
export interface Commit {
  readonly model: string;
  readonly epoch: number;
  /** The position that the checkpoint must have. */
  readonly from: string | null;
  readonly to: string | null;
  readonly events: number;
  /** Documents that were not there before. One that is there all the same is replaced. */
  readonly additions?: readonly Row[];
  readonly puts: readonly Row[];
  readonly removals: readonly string[];
  /** Rows beside the documents. One that is there all the same, since the answer to this commit was lost, is replaced. */
  readonly entries: readonly Row[];
  /** Entries that stand elsewhere from now on, as ones that came late. Those that are not there stay away. */
  readonly moves?: readonly Move[];
  readonly parks: readonly ParkedEvent[];
  /** Ids of parked events that are parked no more. */
  readonly unparks: readonly string[];
  /** The request that this commit answers. */
  readonly settles?: Intervention;
}

/** Rows to find in one model. */
export interface Find {
  readonly model: string;
  readonly part: Part;
  readonly tenantId: string;
  readonly filter: Condition;
  readonly sort: Sort;
  readonly limit: number;
  /** Top-level fields that the rows come without. */
  readonly without?: readonly string[];
}

/** Rows to count in one model, by what one of their fields says. */
export interface Grouped extends Omit<Find, 'sort' | 'limit' | 'without'> {
  readonly by: string;
  /** What is counted of the field: any number of texts. */
  readonly texts: readonly string[];
}

/** Another runner has taken the model over: this one has to stop. */
export class FencedOff extends Error {
  constructor(readonly model: string) {
    super(`Another runner has taken over ${model}.`);
    this.name = 'FencedOff';
  }
}

/** The database will never take this row, however often it is offered. */
export class Unstorable extends Error {
  constructor(reason: string) {
    super(`The row cannot be stored: ${reason}`);
    this.name = 'Unstorable';
  }
}

/** Where read models are kept: rows, checkpoints, parked events and which model is live. One adapter per database. */
export abstract class ModelStore {
  /** Makes the collections and indexes of a model that does not exist yet, and its checkpoint; every index begins with the tenant. */
  abstract create(model: string, indexes: readonly Index[], entryIndexes: readonly Index[]): Promise<void>;

  /** Raises the epoch, so that whoever held it before is fenced off, and tells where to go on. */
  abstract acquire(model: string, owner: string): Promise<Checkpoint>;

  abstract checkpoints(): Promise<readonly Checkpoint[]>;

  /** Which model each projection's queries are answered from. */
  abstract aliases(): Promise<ReadonlyMap<string, string>>;

  /** Makes a model the live one, in one step. */
  abstract makeLive(projection: string, model: string): Promise<void>;

  /** Removes a model that is not live, with its checkpoint and parked events. */
  abstract drop(model: string): Promise<void>;

  abstract load(model: string, ids: readonly string[]): Promise<ReadonlyMap<string, Row>>;

  /**
   * Writes commits of different models, all or none. Throws FencedOff when epoch or position are not what a commit says, Unstorable when
   * a row can never be kept. After any other error it may have happened or not, and is worth another try.
   */
  abstract commit(...commits: readonly Commit[]): Promise<void>;

  /** Parked events in log order, of one model or of all. */
  abstract parked(model?: string): Promise<readonly ParkedEvent[]>;

  abstract parkedCounts(): Promise<ReadonlyMap<string, number>>;

  /** Records a request, or what became of it. */
  abstract record(intervention: Intervention): Promise<void>;

  /** Newest first. */
  abstract interventions(filter: { readonly open: boolean }): Promise<readonly Intervention[]>;

  abstract get(model: string, tenantId: string, id: string): Promise<Row | null>;

  abstract find(find: Find): Promise<readonly Row[]>;

  /** At most `limit`; `null` when the time was too short. */
  abstract count(find: Omit<Find, 'sort'>, withinMs: number): Promise<number | null>;

  /** How many rows have each of the texts in the field; one that none has may be left out. */
  abstract countBy(grouped: Grouped): Promise<ReadonlyMap<string, number>>;

  /** Rows by id, all tenants unless one is named. */
  abstract scan(scan: Pick<Find, 'model' | 'part' | 'filter'> & { readonly tenantId?: string }): AsyncIterable<Row>;
}
