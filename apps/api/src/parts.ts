import type {
  AccessLog,
  CommandRunner,
  EventCodec,
  EventStore,
  SequenceNumbers,
  UniqueNames,
} from '@referral/event-store';
import type { ReadModels } from '@referral/read-models';
import type { Clock, Configuration, Logger } from '@referral/runtime';

/** What the API is composed of. */
export interface Parts {
  readonly configuration: Configuration;
  readonly clock: Clock;
  readonly log: Logger;
  readonly store: EventStore;
  readonly codec: EventCodec;
  readonly runner: CommandRunner;
  readonly uniqueNames: UniqueNames;
  readonly sequenceNumbers: SequenceNumbers;
  readonly accessLog: AccessLog;
  readonly readModels: ReadModels;
  /** Lets go of every connection. */
  readonly close: () => Promise<void>;
}

/** Injection tokens of the parts that are functions or types; the others are injected by their class. */
export const CLOCK = Symbol('Clock');
export const LOG = Symbol('Log');
/** Milliseconds. */
export const FEED_HEARTBEAT = Symbol('FeedHeartbeat');
