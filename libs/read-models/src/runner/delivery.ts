import {
  categoryOf,
  idOf,
  type LogMessage,
  type LogPosition,
  positionKey,
  type Projection,
} from '@referral/eventsourcing';

/** A message about something in a stream. */
export type StreamMessage = Extract<LogMessage, { kind: 'event' | 'unreadable' }>;

/** A message with what all models need of it, made once. */
export interface Delivery {
  /** `positionKey`. */
  readonly key: string;
  readonly category: string;
  readonly message: StreamMessage;
}

/** One delivery and the document it concerns, or why that could not be told. */
export interface Addressed extends Delivery {
  readonly documentId: string;
  readonly failure: string | null;
}

/** What the runner hands to models. */
export const deliver = (message: StreamMessage): Delivery => {
  const { streamId, position } = sourceOf(message);
  return { key: positionKey(position), category: categoryOf(streamId), message };
};

/** Where a message comes from, opened or not. */
export const sourceOf = (
  message: StreamMessage,
): { readonly streamId: string; readonly revision: bigint; readonly position: LogPosition } =>
  message.kind === 'event' ? message.event : message;

/**
 * Which documents the deliveries concern. What cannot be opened, and is of a type that the projection does not know, concerns the document
 * that has the id of its aggregate.
 */
export const address = (projection: Projection, deliveries: readonly Delivery[]): readonly Addressed[] => {
  const addressed: Addressed[] = [];
  for (const delivery of deliveries) {
    const { key, category, message } = delivery;
    try {
      if (message.kind === 'unreadable') {
        const documentId = projection.documentId({ ...message, type: message.eventType }) ?? aggregateId(delivery);
        addressed.push({ ...delivery, documentId, failure: `unreadable: ${message.reason}` });
        continue;
      }
      const documentId = projection.documentId(message.event);
      if (documentId !== null) addressed.push({ key, category, message, documentId, failure: null });
    } catch (error) {
      addressed.push({ ...delivery, documentId: aggregateId(delivery), failure: describe(error) });
    }
  }
  return addressed;
};

/** What went wrong, bounded, for the record. */
export const describe = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 300);

const aggregateId = ({ message }: Delivery): string => idOf(sourceOf(message).streamId);
