import type { LogPosition } from '@referral/eventsourcing';
import { isRecord } from '../envelope/envelope-shape';
import type { StoredEvent } from '../store/event-store';

/** One stored event as a line of an export: JSON without line break, numbers of 64 bits as text. */
export const toExportLine = ({ revision, position, created, ...event }: StoredEvent): string =>
  JSON.stringify({
    ...event,
    revision: String(revision),
    position: { commit: String(position.commit), prepare: String(position.prepare) },
    created: created.toISOString(),
  });

/** The stored event of a line. Throws a TypeError that says what is wrong with it. */
export const fromExportLine = (line: string): StoredEvent => {
  const event: unknown = parsed(line);
  if (!isRecord(event) || !isRecord(event['position'])) throw new TypeError('the line is not a stored event');
  const { streamId, id, type, data, metadata, revision, position, created } = event;
  if (typeof streamId !== 'string' || typeof id !== 'string' || typeof type !== 'string')
    throw new TypeError('the line is not a stored event');
  return {
    streamId,
    revision: wholeNumber(revision),
    position: placeOf(position),
    id,
    type,
    data,
    metadata,
    created: new Date(String(created)),
  };
};

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new TypeError('the line is not JSON', { cause });
  }
};

const placeOf = ({ commit, prepare }: Record<string, unknown>): LogPosition => ({
  commit: wholeNumber(commit),
  prepare: wholeNumber(prepare),
});

const wholeNumber = (text: unknown): bigint => {
  if (typeof text !== 'string' || !/^\d{1,20}$/.test(text)) throw new TypeError('a number of the line is not one');
  return BigInt(text);
};
