import { randomUUID } from 'node:crypto';
import { decideAppend } from './append-decision';
import { BINARY_CONTENT, JSON_CONTENT } from './content-type';
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
  const metadata = withTruncateBefore(draft.metadataData(stream), from);
  if (metadata !== undefined) draft.write(metastreamOf(stream), [metadataEvent(metadata)]);
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
  const position = events.length === 0 ? positionOf(stream, view.lastRevision) : draft.write(stream, events);
  if (isSoftDeleted(view.metadata)) undelete(draft, stream, view.lastRevision + 1);
  if (original !== undefined && isSoftDeleted(original.metadata))
    undelete(draft, originalOf(stream), original.lastRevision + 1);
  return { kind: 'written', revision: view.lastRevision + events.length, position };
};

/** What is expected of the stream counts as for an append of one event that nobody wrote before. */
const remove = ({ draft }: WriteContext, request: WriteRequest): WriteOutcome => {
  const { stream, expected, kind } = request;
  const view = draft.view(stream);
  const event = kind === 'tombstone' ? tombstoneEvent() : metadataEvent(deletedMetadata);
  const decision = decideAppend(view, expected, [event.id]);
  if (decision.kind === 'deleted') return { kind: 'stream-deleted' };
  const nothingToDelete = kind === 'delete' && view.lastRevision < 0 && !view.hasMetadata;
  if (nothingToDelete || decision.kind === 'wrong-version')
    return { kind: 'wrong-version', current: view.lastRevision };
  const position = kind === 'tombstone' ? draft.tombstone(stream, event) : draft.write(metastreamOf(stream), [event]);
  return { kind: 'written', revision: view.lastRevision, position };
};

/** Decides one write against the draft and adds to it what is to be written. */
export const applyWrite = (context: WriteContext, request: WriteRequest): WriteOutcome =>
  request.kind === 'append' ? append(context, request) : remove(context, request);
