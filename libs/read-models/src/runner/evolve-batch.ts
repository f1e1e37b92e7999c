import type { KnownSoFar, Projection, RecordedEvent } from '@referral/eventsourcing';
import { type Row, Unstorable } from '../store/model-store';
import type { ParkedEvent } from '../store/parked-event';
import { type Addressed, describe, sourceOf } from './delivery';

/** What a batch of events made of the documents it concerns. */
export interface Evolved {
  /** Documents that were not there before. */
  readonly additions: readonly Row[];
  readonly puts: readonly Row[];
  readonly removals: readonly string[];
  readonly entries: readonly Row[];
  readonly parks: readonly ParkedEvent[];
}

/** What evolving needs to know beside the events. */
export interface EvolveContext {
  readonly model: string;
  readonly projection: Projection;
  /** Documents that have parked events: their later ones wait behind them. */
  readonly parked: ReadonlySet<string>;
  /** Key of the newest position before the batch. */
  readonly before: string | null;
  /** What the projection knows of a tenant before a place in the log; absent when it knows nothing. */
  readonly known?: KnownSoFar<unknown> | undefined;
  /** Where an entry is put that comes late, after its document was parked; otherwise at its event's own position. */
  readonly entryPosition?: (key: string) => string;
  readonly now: string;
}

/**
 * Evolves the loaded documents by the events, in order. One that fails is parked, and so is every later one of its document; all
 * other documents go on.
 */
export const evolveBatch = (
  context: EvolveContext,
  addressed: readonly Addressed[],
  loaded: ReadonlyMap<string, Row>,
): Evolved => {
  const documents = new Map<string, Changed>();
  const entries: Row[] = [];
  const parks: ParkedEvent[] = [];
  const held = new Set(context.parked);
  let before = context.before;
  for (const delivery of addressed) {
    const { documentId } = delivery;
    let failure = delivery.failure;
    if (failure === null && !held.has(documentId)) {
      const current = documents.get(documentId) ?? asLoaded(loaded.get(documentId));
      failure = take(context, delivery, current, documents, entries);
    }
    if (failure !== null || held.has(documentId)) {
      held.add(documentId);
      parks.push(parkedEvent(context, delivery, before, failure));
    }
    before = delivery.key;
  }
  return { ...written(context, documents, loaded), entries, parks };
};

/** A document as the batch has made it so far; it becomes a row once, at the end, and not with every event. */
interface Changed {
  readonly content: object | null;
  readonly tenantId: string;
  /** Key of the newest event that changed it. */
  readonly key: string;
}

const asLoaded = (row: Row | undefined): Changed | null =>
  row ? { content: row, tenantId: row.tenantId, key: row._position } : null;

const written = (
  context: EvolveContext,
  documents: ReadonlyMap<string, Changed>,
  loaded: ReadonlyMap<string, Row>,
): Pick<Evolved, 'additions' | 'puts' | 'removals'> => {
  const additions: Row[] = [];
  const puts: Row[] = [];
  const removals: string[] = [];
  for (const [_id, { content, tenantId, key }] of documents) {
    if (content)
      (loaded.has(_id) ? puts : additions).push(rowOf(_id, completed(context, content, tenantId, key), tenantId, key));
    else if (loaded.has(_id)) removals.push(_id);
  }
  return { additions, puts, removals };
};

/** A document that cannot be made is none that can be stored: the writer finds the event that it comes from. */
const completed = ({ projection, known }: EvolveContext, content: object, tenantId: string, key: string): object => {
  if (!projection.complete) return content;
  try {
    return projection.complete(content, known?.of(tenantId, key));
  } catch (error) {
    throw new Unstorable(describe(error));
  }
};

/**
 * The id comes first, where the database wants it: it would have to write the whole row anew. Then what every query asks for, since the
 * embedded node looks through a document from its beginning.
 */
const rowOf = (_id: string, content: object, tenantId: string, _position: string): Row =>
  Object.assign({ _id, tenantId, _position }, content, { _id, tenantId, _position });

/** Takes one event in; the answer is what went wrong. */
const take = (
  context: EvolveContext,
  { key, message, documentId }: Addressed,
  current: Changed | null,
  documents: Map<string, Changed>,
  entries: Row[],
): string | null => {
  if (message.kind === 'unreadable') return `unreadable: ${message.reason}`;
  const { projection, entryPosition } = context;
  const { tenantId } = message.event.metadata;
  try {
    const next = evolve(context, current, message.event, key);
    const entry = next ? projection.entry?.(next, message.event) : null;
    if (next !== (current?.content ?? null)) documents.set(documentId, { content: next, tenantId, key });
    if (entry && entryPosition) entries.push({ ...rowOf(key, entry, tenantId, entryPosition(key)), _late: true });
    else if (entry) entries.push(rowOf(key, entry, tenantId, key));
    return null;
  } catch (error) {
    return describe(error);
  }
};

const evolve = (
  { projection, known }: EvolveContext,
  current: Changed | null,
  event: RecordedEvent,
  key: string,
): object | null => {
  const { tenantId } = event.metadata;
  if (current?.content && current.tenantId !== tenantId)
    throw new Error('The event belongs to another tenant than its document.');
  return projection.evolve(current?.content ?? null, event, known?.of(tenantId, key));
};

const parkedEvent = (
  { model, now }: EvolveContext,
  { key, message, documentId }: Addressed,
  readAgainAfter: string | null,
  failure: string | null,
): ParkedEvent => ({
  _id: `${model}/${key}`,
  model,
  tenantId: message.kind === 'event' ? message.event.metadata.tenantId : null,
  documentId,
  position: key,
  readAgainAfter,
  streamId: sourceOf(message).streamId,
  revision: sourceOf(message).revision.toString(),
  eventType: message.kind === 'event' ? message.event.type : message.eventType,
  failure,
  parkedAt: now,
});
