import type { DomainEvent, LogMessage, Projection, RecordedEvent } from '@referral/eventsourcing';
import type { Row } from '../store/model-store';
import type { ParkedEvent } from '../store/parked-event';
import { positionKey } from '../position-key';

/** A message about something in a stream. */
export type StreamMessage = Extract<LogMessage, { kind: 'event' | 'unreadable' }>;

/** What a batch of messages made of the documents it concerns. */
export interface Evolved {
  readonly puts: readonly Row[];
  readonly removals: readonly string[];
  readonly entries: readonly Row[];
  readonly parks: readonly ParkedEvent[];
}

/** What evolving needs to know beside the messages. */
export interface EvolveContext {
  readonly model: string;
  readonly projection: Projection;
  /** Documents that have parked events: their later ones wait behind them. */
  readonly parked: ReadonlySet<string>;
  /** Key of the newest position before the batch. */
  readonly before: string | null;
  /** Where entries are put that come late, after their document was parked; otherwise their own position. */
  readonly entryPosition?: (key: string) => string;
  readonly now: string;
}

/** One message and the document it concerns, or why that could not be told. */
export interface Addressed {
  readonly message: StreamMessage;
  readonly documentId: string;
  readonly failure: string | null;
}

/** Which documents the messages concern. What cannot be opened concerns the document that has the id of its aggregate. */
export const address = (projection: Projection, messages: readonly StreamMessage[]): readonly Addressed[] => {
  const addressed: Addressed[] = [];
  for (const message of messages) {
    if (message.kind === 'unreadable') {
      addressed.push({ message, documentId: aggregateId(message.streamId), failure: `unreadable: ${message.reason}` });
      continue;
    }
    try {
      const documentId = projection.documentId(message.event);
      if (documentId !== null) addressed.push({ message, documentId, failure: null });
    } catch (error) {
      addressed.push({ message, documentId: aggregateId(message.event.streamId), failure: describe(error) });
    }
  }
  return addressed;
};

/**
 * Evolves the loaded documents by the messages, in order. An event that fails is parked, and so is every later one of its document,
 * those of earlier batches included; all other documents go on.
 */
export const evolveBatch = (
  context: EvolveContext,
  addressed: readonly Addressed[],
  loaded: ReadonlyMap<string, Row>,
): Evolved => {
  const documents = new Map<string, Row | null>();
  const entries: Row[] = [];
  const parks: ParkedEvent[] = [];
  const held = new Set<string>();
  let before = context.before;
  for (const { message, documentId, failure } of addressed) {
    const waits = held.has(documentId) || context.parked.has(documentId);
    const error =
      waits || failure !== null ? failure : applyEvent(context, documents, entries, loaded, message, documentId);
    if (waits || error !== null) {
      held.add(documentId);
      parks.push(park(context, message, documentId, before, error));
    }
    before = positionKey(positionOf(message));
  }
  const puts: Row[] = [];
  const removals: string[] = [];
  for (const [id, row] of documents)
    if (row) puts.push(row);
    else if (loaded.has(id)) removals.push(id);
  return { puts, removals, entries, parks };
};

/** Where a message stands in the log. */
export const positionOf = (message: StreamMessage) =>
  message.kind === 'event' ? message.event.position : message.position;

const applyEvent = (
  context: EvolveContext,
  documents: Map<string, Row | null>,
  entries: Row[],
  loaded: ReadonlyMap<string, Row>,
  message: StreamMessage,
  documentId: string,
): string | null => {
  if (message.kind !== 'event') return 'unreadable';
  const { event } = message;
  const current = documents.has(documentId) ? (documents.get(documentId) ?? null) : (loaded.get(documentId) ?? null);
  try {
    const next = evolve(context.projection, current, event);
    const entry = next && context.projection.entry ? context.projection.entry(next, event) : null;
    const key = positionKey(event.position);
    const { tenantId } = event.metadata;
    if (next !== current) documents.set(documentId, next && { ...next, _id: documentId, tenantId, _position: key });
    if (entry) entries.push({ ...entry, _id: key, tenantId, _position: context.entryPosition?.(key) ?? key });
    return null;
  } catch (error) {
    return describe(error);
  }
};

const evolve = (projection: Projection, current: Row | null, event: RecordedEvent<DomainEvent>): object | null => {
  if (current && current.tenantId !== event.metadata.tenantId)
    throw new Error('The event belongs to another tenant than its document.');
  return projection.evolve(current, event);
};

const park = (
  { model, now }: EvolveContext,
  message: StreamMessage,
  documentId: string,
  readAgainAfter: string | null,
  failure: string | null,
): ParkedEvent => {
  const position = positionKey(positionOf(message));
  const source = message.kind === 'event' ? message.event : message;
  return {
    _id: `${model}/${position}`,
    model,
    tenantId: message.kind === 'event' ? message.event.metadata.tenantId : null,
    documentId,
    position,
    readAgainAfter,
    streamId: source.streamId,
    revision: source.revision.toString(),
    eventType: message.kind === 'event' ? message.event.type : message.eventType,
    failure,
    parkedAt: now,
  };
};

const aggregateId = (streamId: string): string => streamId.slice(streamId.indexOf('-') + 1);
const describe = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);
