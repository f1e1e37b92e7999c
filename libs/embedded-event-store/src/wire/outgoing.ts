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
