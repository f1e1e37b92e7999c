import type { FilterExpression } from '../engine/event-filter';

/**
 * Who of a group gets the next message: whoever is free in turn, the first who is free, or always the same for a stream or
 * for a correlation id.
 */
export type ConsumerStrategy = 'RoundRobin' | 'DispatchToSingle' | 'Pinned' | 'PinnedByCorrelation';

/** Where a group begins that has no progress: a revision or position, which is told, or what comes from now on. */
export type StartFrom = number | 'end';

/** How a group works; the names are those of the protocol. */
export interface GroupSettings {
  readonly startFrom: StartFrom;
  readonly resolveLinks: boolean;
  readonly extraStatistics: boolean;
  /** Milliseconds until an unanswered message is sent again; 0 for never. */
  readonly messageTimeout: number;
  readonly maxRetryCount: number;
  /** Milliseconds after which progress is written when enough messages were dealt with. */
  readonly checkpointAfter: number;
  readonly minCheckpointCount: number;
  readonly maxCheckpointCount: number;
  /** 0 for any number. */
  readonly maxSubscriberCount: number;
  readonly liveBufferSize: number;
  readonly readBatchSize: number;
  readonly historyBufferSize: number;
  readonly strategy: ConsumerStrategy;
  /** Of a group for everything: which events it is for. */
  readonly filter?: FilterExpression | undefined;
}

/** Why settings are refused, in the words of EventStoreDB; `undefined` when they are not. */
export const refusal = ({ readBatchSize, historyBufferSize }: GroupSettings): string | undefined =>
  readBatchSize >= historyBufferSize
    ? "Specified argument was out of the range of valid values. (Parameter 'ReadBatchSize may not be greater than or equal to BufferSize')"
    : undefined;
