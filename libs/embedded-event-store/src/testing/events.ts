import { randomUUID } from 'node:crypto';
import { decodeData, decodeHeader } from '../encoding/recorded-event';
import type { EventStoreEngine } from '../engine/event-store-engine';
import type { Pages } from '../engine/pages';
import type { ProposedEvent, WriteOutcome } from '../engine/write-request';
import type { ExpectedRevision } from '../engine/append-decision';

/** An event with JSON data, ready to be appended. */
export const proposed = (type: string, data: unknown = {}, id: string = randomUUID()): ProposedEvent => ({
  id,
  type: Buffer.from(type),
  contentType: Buffer.from('application/json'),
  metadata: Buffer.alloc(0),
  data: Buffer.from(JSON.stringify(data)),
});

/** Appends events to a stream. */
export const append = (
  engine: EventStoreEngine,
  stream: string,
  events: readonly ProposedEvent[],
  expected: ExpectedRevision = 'any',
): Promise<WriteOutcome> => engine.write({ kind: 'append', stream, expected, events });

/** Sets the metadata of a stream. */
export const setMetadata = (engine: EventStoreEngine, stream: string, metadata: unknown): Promise<WriteOutcome> =>
  append(engine, `$$${stream}`, [proposed('$metadata', metadata)]);

/** Everything in some pages, as `revision@stream type`. */
export const brief = (pages: Pages): readonly string[] => {
  const seen: string[] = [];
  for (let page = pages.next(); page !== undefined; page = pages.next())
    for (const message of page) {
      const { revision, stream, type } = decodeHeader(message);
      seen.push(`${revision}@${stream} ${type}`);
    }
  return seen;
};

/** What a stream shows from its start, or why it shows nothing. */
export const contents = (engine: EventStoreEngine, stream: string): readonly string[] | string => {
  const read = engine.readStream({ stream, direction: 'forwards', from: 0, maxCount: Number.POSITIVE_INFINITY });
  return read.kind === 'found' ? brief(read.pages) : read.kind;
};

/** Data of everything in the log, in order. */
export const allData = (engine: EventStoreEngine): readonly string[] => {
  const seen: string[] = [];
  const pages = engine.readAll({ direction: 'forwards', from: 0, maxCount: Number.POSITIVE_INFINITY });
  for (let page = pages.next(); page !== undefined; page = pages.next())
    seen.push(...page.map((message) => decodeData(message).toString()));
  return seen;
};
