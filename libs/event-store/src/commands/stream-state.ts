import type { LogPosition, RecordedEvent } from '@referral/eventsourcing';
import { noHash } from '../envelope/hash-chain';

/** What a command did, as its events in the stream tell it. */
export interface CommandRecord {
  readonly commandHash: string;
  /** Of the command's last event. */
  readonly revision: bigint;
  readonly position: LogPosition;
  /** How many events it decided. */
  readonly decided: number;
}

/** A stream folded up to some revision. */
export interface StreamState<State> {
  readonly state: State;
  /** Of the last event; -1 when there is none. */
  readonly revision: bigint;
  readonly position: LogPosition | null;
  /** Of the last event, where the chain goes on. */
  readonly hash: string;
  /** Whose stream it is; absent while it is empty. */
  readonly tenantId?: string;
  /** Every command that left events here, by its idempotency key. Only ever grows, so states of one stream share it. */
  readonly commands: Map<string, CommandRecord>;
  /**
   * False after an append whose events might be in the stream with other bytes: a twin of the command in another process writes the
   * same event ids, and the store takes the second for a repetition of the first. It is settled by reading the last event back.
   */
  readonly confirmed: boolean;
}

/** The state of a stream that has no events. */
export const emptyStream = <State>(state: State): StreamState<State> => ({
  state,
  revision: -1n,
  position: null,
  hash: noHash,
  commands: new Map(),
  confirmed: true,
});

/** The state after one more event was read. */
export const afterEvent = <State>(
  before: StreamState<State>,
  state: State,
  event: RecordedEvent,
): StreamState<State> => {
  const { revision, position, metadata } = event;
  const { commandId, commandHash, tenantId, hash } = metadata;
  const decided = (before.commands.get(commandId)?.decided ?? 0) + 1;
  before.commands.set(commandId, { commandHash, revision, position, decided });
  return { ...before, state, revision, position, hash, tenantId: before.tenantId ?? tenantId };
};
