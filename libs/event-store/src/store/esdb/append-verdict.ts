import {
  AccessDeniedError,
  InvalidArgumentError,
  isCommandError,
  MaxAppendSizeExceededError,
  StreamDeletedError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { AppendRefused, RevisionConflict } from '../errors';

/** What a failed append means. */
export type AppendVerdict =
  /** The server decided: nothing was written. */
  | { readonly kind: 'refused'; readonly error: RevisionConflict | AppendRefused }
  /** The server answered without saying whether it was written; its connection is sound. */
  | { readonly kind: 'unanswered' }
  /** The client can no longer be trusted, and nobody knows whether it was written. */
  | { readonly kind: 'broken' };

/**
 * The client tells replies of the server and failures of its streams by the same classes; only failures carry a gRPC code. After a
 * failure the client must be replaced. Its process-wide table of appends forgets the appends of all clients when one stream fails, and
 * the late answer to a forgotten one throws inside the client and wedges the stream. A failed capability call (not even converted to a
 * class of the client) is remembered for ever.
 */
export const verdictOf = (streamId: string, error: unknown): AppendVerdict => {
  if (error instanceof WrongExpectedVersionError) {
    const { actualVersion } = error;
    const actual = typeof actualVersion === 'bigint' ? actualVersion : null;
    return { kind: 'refused', error: new RevisionConflict(streamId, actual) };
  }
  const final = [StreamDeletedError, MaxAppendSizeExceededError, AccessDeniedError, InvalidArgumentError];
  if (error instanceof Error && final.some((type) => error instanceof type))
    return { kind: 'refused', error: new AppendRefused(streamId, error.message || error.name, { cause: error }) };
  return error instanceof Error && isCommandError(error) && error.code === undefined
    ? { kind: 'unanswered' }
    : { kind: 'broken' };
};
