import { jsonEvent, type AppendResult, type EventStoreDBClient, type EventData } from '@eventstore/db-client';
import { StoreUnavailable } from '../errors';
import type { Appended, EventToStore, ExpectedRevision } from '../event-store';
import { backOff, pause, within } from '../within';
import { verdictOf } from './append-verdict';
import type { EventStoreDbSettings } from './settings';
import type { WritingClient } from './writing-client';

/**
 * The server's time limit travels as an absolute instant of our clock, so a limit far behind our own one lets the clocks differ by
 * the difference, ms.
 */
const serverDeadline = 60_000;

/** Where the events of an append stand when the server did not tell: it does not for a repetition on a deleted stream. */
export type FindAppended = (streamId: string, revision: bigint) => Promise<Appended>;

/** Appends, and learns the outcome of an append without answer by making it again: same ids, same expected revision. */
export const append = async (
  writer: WritingClient,
  settings: EventStoreDbSettings,
  find: FindAppended,
  streamId: string,
  events: readonly EventToStore[],
  expected: ExpectedRevision,
): Promise<Appended> => {
  const proposed = events.map(proposedEvent);
  let cause: unknown;
  for (let attempt = 0; attempt < settings.attempts; attempt += 1) {
    if (attempt > 0) await pause(backOff(settings.retryPause, attempt - 1, settings.appendTimeout));
    const client = await writer.use();
    try {
      const { nextExpectedRevision: revision, position } = await appendOnce(
        client,
        settings,
        streamId,
        proposed,
        expected,
      );
      return position ? { revision, position } : await find(streamId, revision);
    } catch (error) {
      const verdict = verdictOf(streamId, error);
      if (verdict.kind === 'refused') throw verdict.error;
      if (verdict.kind === 'broken') writer.replace(client);
      cause = error;
    }
  }
  throw new StoreUnavailable(`the outcome of the append to ${streamId} is not known`, { cause });
};

const utf8 = new TextEncoder();

/**
 * The client sends an object as base64, which protobuf decodes again in JavaScript each time it serialises the message, so metadata,
 * the larger part of an event, goes as the bytes that are to be stored. The client takes no such bytes for JSON data.
 */
const proposedEvent = ({ id, type, data, metadata }: EventToStore): EventData => {
  const bytes = metadata === undefined ? undefined : utf8.encode(JSON.stringify(metadata));
  return jsonEvent({ id, type, data, metadata: bytes } as never);
};

const appendOnce = (
  client: EventStoreDBClient,
  { appendTimeout }: EventStoreDbSettings,
  streamId: string,
  events: EventData[],
  expectedRevision: ExpectedRevision,
): Promise<AppendResult> =>
  within(
    appendTimeout,
    'the append',
    client.appendToStream(streamId, events, { expectedRevision, deadline: serverDeadline }),
  );
