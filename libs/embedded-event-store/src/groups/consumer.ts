import type { GroupMessage } from './group-message';

/** One who takes part in a group, as the group sees it. */
export interface Consumer {
  /** Messages that it deals with at a time. */
  readonly slots: number;
  /** What is shown of it: where it connected from. */
  readonly from: string;
  readonly send: (message: GroupMessage) => void;
  /** The group is gone or was changed; the consumer takes part no more. */
  readonly drop: () => void;
}

/** A consumer with what it was sent and has not answered, by id. */
export interface Membership {
  readonly consumer: Consumer;
  readonly inFlight: Map<string, SentMessage>;
  total: number;
}

export interface SentMessage {
  readonly message: GroupMessage;
  /** Milliseconds since 1970 at which it is sent again; infinite for never. */
  readonly deadline: number;
}

export const hasRoom = ({ consumer, inFlight }: Membership): boolean => inFlight.size < consumer.slots;
