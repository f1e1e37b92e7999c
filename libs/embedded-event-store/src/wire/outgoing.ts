/** Where an answer goes that comes in many messages. */
export interface Outgoing {
  /** False when the receiver has enough for now. */
  readonly write: (message: Buffer) => boolean;
  /** Resolves when the receiver wants more, or is gone. */
  readonly ready: () => Promise<void>;
  readonly isOpen: () => boolean;
  /** Calls back once when the receiver is gone, or the call was ended from this side. */
  readonly onClose: (listener: () => void) => void;
}

/** Lets others have their turn. */
export const nextTurn = (): Promise<void> => new Promise(setImmediate);

/** Writes a page and resolves when the receiver wants more: one wait for many messages, and never more than a page ahead. */
export const writeAll = async (outgoing: Outgoing, messages: readonly Buffer[]): Promise<void> => {
  let wantsMore = true;
  for (const message of messages) wantsMore = outgoing.write(message);
  if (!wantsMore) await outgoing.ready();
};
