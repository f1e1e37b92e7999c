import type { Document, Value } from '../../bson';
import type { Variables } from '../expression/expression';
import type { Paused } from '../query/pause';
import type { Scratch } from '../storage/scratch-file';

/** A running pipeline: documents, and moments to pause. */
export type Stream = Iterable<Paused<Document>>;

/** One stage: a stream from a stream. */
export type Stage = (source: Stream) => Stream;

/** What stages can reach beside the stream. */
export type StageContext = {
  readonly variables: Variables;
  /** Compiles a pipeline that runs inside a stage. */
  readonly compile: (stages: readonly Value[], variables?: Variables) => Stage;
  /** All documents of a collection of the same database. */
  readonly read: (collection: string) => Stream;
  readonly database: string;
  /** The sessions of the client, for $listLocalSessions. */
  readonly sessions: readonly Document[];
  /** Where a sort may go on that memory does not hold; it is refused without. */
  readonly scratch: Scratch | undefined;
};

/** Compiles a stage from its operand. */
export type StageCompiler = (operand: Value, context: StageContext) => Stage;
