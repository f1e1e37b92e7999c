import { randomUUID } from 'node:crypto';
import { decideAppend } from './append-decision';
import type { StreamView } from './append-decision';
import type { Draft } from './draft';
import {
  deletedMetadata,
  isMetastream,
  isSoftDeleted,
  METADATA_EVENT_TYPE,
  metastreamOf,
  originalOf,
  withTruncateBefore,
} from './stream-metadata';
import type { ProposedEvent, WriteOutcome, WriteRequest } from './write-request';

/** What a write needs beyond the draft: stored facts that only repeated appends and deleted streams ask for. */
export interface WriteContext {
  readonly draft: Draft;
  /** Position of an event; the end of the durable log when it is in this draft or there is none. */
  readonly positionOf: (stream: string, revision: number) => number;
}

const JSON_CONTENT = Buffer.from('application/json');
const BINARY_CONTENT = Buffer.from('application/octet-stream');
const NOTHING = Buffer.alloc(0);

const metadataEvent = (data: Buffer): ProposedEvent => ({
  id: randomUUID(),
  type: Buffer.from(METADATA_EVENT_TYPE),
  contentType: JSON_CONTENT,
  metadata: NOTHING,
  data,
});

const tombstoneEvent = (): ProposedEvent => ({
  id: randomUUID(),
  type: Buffer.from('$streamDeleted'),
  contentType: BINARY_CONTENT,
  metadata: NOTHING,
  data: NOTHING,
});

/** A deleted stream that is written again, or whose metadata is, shows what comes now and none of what was. */
const undelete = (draft: Draft, stream: string, from: number): void => {
  draft.write(metastreamOf(stream), [metadataEvent(withTruncateBefore(draft.metadataData(stream), from))]);
};

const append = (context: WriteContext, request: WriteRequest & { kind: 'append' }): WriteOutcome => {
  const { draft, positionOf } = context;
  const { stream, expected, events } = request;
  const view = draft.view(stream);
  const original = isMetastream(stream) ? draft.view(originalOf(stream)) : undefined;
  const decision = decideAppend(
    view,
    expected,
    events.map(({ id }) => id),
  );
  if (decision.kind === 'deleted') return { kind: 'stream-deleted' };
  if (decision.kind === 'wrong-version') return { kind: 'wrong-version', current: view.lastRevision };
  if (decision.kind === 'repeat') {
    const position = isSoftDeleted(view.metadata) ? undefined : positionOf(stream, decision.revision);
    return { kind: 'written', revision: decision.revision, position };
  }
  const position = draft.write(stream, events);
  if (isSoftDeleted(view.metadata)) undelete(draft, stream, view.lastRevision + 1);
  if (original !== undefined && isSoftDeleted(original.metadata))
    undelete(draft, originalOf(stream), original.lastRevision + 1);
  return { kind: 'written', revision: view.lastRevision + events.length, position };
};

const wrongVersionForRemoval = (view: StreamView, expected: WriteRequest['expected']): boolean =>
  (expected === 'no_stream' && view.lastRevision !== -1 && !isSoftDeleted(view.metadata)) ||
  (expected === 'stream_exists' && view.lastRevision < 0 && !view.hasMetadata) ||
  (typeof expected === 'number' && expected !== view.lastRevision);

const remove = (context: WriteContext, request: WriteRequest): WriteOutcome => {
  const { draft } = context;
  const { stream, expected, kind } = request;
  const view = draft.view(stream);
  if (view.tombstoned) return { kind: 'stream-deleted' };
  const nothingToDelete = kind === 'delete' && view.lastRevision < 0 && !view.hasMetadata;
  if (nothingToDelete || wrongVersionForRemoval(view, expected))
    return { kind: 'wrong-version', current: view.lastRevision };
  const position =
    kind === 'tombstone'
      ? draft.tombstone(stream, tombstoneEvent())
      : draft.write(metastreamOf(stream), [metadataEvent(deletedMetadata)]);
  return { kind: 'written', revision: view.lastRevision, position };
};

/** Decides one write against the draft and adds to it what is to be written. */
export const applyWrite = (context: WriteContext, request: WriteRequest): WriteOutcome =>
  request.kind === 'append' ? append(context, request) : remove(context, request);
