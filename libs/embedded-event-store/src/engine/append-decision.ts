import { isSoftDeleted } from './stream-metadata';
import type { StreamMetadata } from './stream-metadata';

/** What a writer believes about the stream: nothing, a state, or the exact revision of its last event. */
export type ExpectedRevision = 'any' | 'no_stream' | 'stream_exists' | number;

/** A stream as the writer finds it, with everything that is written before it in the same group commit. */
export interface StreamView {
  /** -1 when it has no event. */
  readonly lastRevision: number;
  readonly tombstoned: boolean;
  readonly metadata: StreamMetadata;
  /** Whether metadata was ever written for it. */
  readonly hasMetadata: boolean;
  /** The revision of the event that an id was written with first, when that was in this stream. */
  readonly revisionOf: (id: string) => number | undefined;
  readonly idAt: (revision: number) => string | undefined;
}

export type AppendDecision =
  | { readonly kind: 'write' }
  /** The events are there already, the last of them at this revision. */
  | { readonly kind: 'repeat'; readonly revision: number }
  | { readonly kind: 'wrong-version' }
  | { readonly kind: 'deleted' };

const write: AppendDecision = { kind: 'write' };
const wrongVersion: AppendDecision = { kind: 'wrong-version' };
const deleted: AppendDecision = { kind: 'deleted' };

/** Whatever the revision: events of which the first is known must all be known. */
const decideByIds = (view: StreamView, ids: readonly string[]): AppendDecision => {
  const [first] = ids;
  if (first === undefined || view.revisionOf(first) === undefined) return write;
  const revisions = ids.map(view.revisionOf);
  const last = revisions.at(-1);
  return last === undefined || revisions.includes(undefined) ? wrongVersion : { kind: 'repeat', revision: last };
};

/**
 * Below the last revision: the same events must follow the expected one. A deleted stream may be begun again, unless the
 * events look like a part of those that were there.
 */
const decideByPlace = (view: StreamView, expected: number, ids: readonly string[]): AppendDecision => {
  if (ids.length === 0) return wrongVersion;
  const isSame = ids.map((id, n) => view.idAt(expected + 1 + n) === id);
  if (!isSame.includes(false)) return { kind: 'repeat', revision: expected + ids.length };
  return expected === -1 && isSoftDeleted(view.metadata) && isSame[0] !== true ? write : wrongVersion;
};

/** Whether events may be appended, were appended before, or are refused: as EventStoreDB 23.10 answers. */
export const decideAppend = (view: StreamView, expected: ExpectedRevision, ids: readonly string[]): AppendDecision => {
  if (view.tombstoned) return deleted;
  if (expected === 'stream_exists') {
    if (isSoftDeleted(view.metadata)) return deleted;
    if (view.lastRevision < 0 && !view.hasMetadata) return wrongVersion;
  }
  if (expected === 'any' || expected === 'stream_exists') return decideByIds(view, ids);
  const revision = expected === 'no_stream' ? -1 : expected;
  if (revision > view.lastRevision) return wrongVersion;
  if (revision < view.lastRevision) return decideByPlace(view, revision, ids);
  return write;
};
