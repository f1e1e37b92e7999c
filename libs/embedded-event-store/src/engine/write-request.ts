import type { ExpectedRevision } from './append-decision';

/** An event that somebody wants to append. */
export interface ProposedEvent {
  /** UUID in lower case, 36 characters. */
  readonly id: string;
  readonly type: Buffer;
  readonly contentType: Buffer;
  readonly metadata: Buffer;
  readonly data: Buffer;
}

/** One thing to write, whole or not at all. */
export type WriteRequest =
  | {
      readonly kind: 'append';
      readonly stream: string;
      readonly expected: ExpectedRevision;
      readonly events: readonly ProposedEvent[];
      readonly deadline?: number;
    }
  | { readonly kind: 'delete' | 'tombstone'; readonly stream: string; readonly expected: ExpectedRevision };

/** What became of a write. Answered when it is durable, never before. */
export type WriteOutcome =
  /** `position` is that of the last event; a repeated append may not know it. */
  | { readonly kind: 'written'; readonly revision: number; readonly position: number | undefined }
  /** `current` is the last revision, -1 without any. */
  | { readonly kind: 'wrong-version'; readonly current: number }
  | { readonly kind: 'stream-deleted' }
  /** Its deadline had passed before its turn came; nothing was written. */
  | { readonly kind: 'timed-out' };
