import { randomUUID } from 'node:crypto';
import { decodeData } from '../encoding/recorded-event';
import { BINARY_CONTENT, JSON_CONTENT } from '../engine/content-type';
import type { EventStoreEngine } from '../engine/event-store-engine';

/** Writes and reads of the streams that groups keep their own records in. */
export interface OwnStreams {
  readonly append: (stream: string, type: string, data: string, metadata?: string) => Promise<void>;
  /** Data of the newest event of a stream. */
  readonly last: (stream: string) => string | undefined;
  /** Stored events of a stream from its first visible one on. */
  readonly all: (stream: string) => readonly Buffer[];
  /** Events of a stream that are to be seen. */
  readonly count: (stream: string) => number;
  /** Hides all revisions below one. */
  readonly truncate: (stream: string, before: number) => Promise<void>;
  readonly remove: (stream: string) => Promise<void>;
}

const LINK = '$>';

export const createOwnStreams = (engine: EventStoreEngine): OwnStreams => {
  const append = async (stream: string, type: string, data: string, metadata = ''): Promise<void> => {
    const contentType = type === LINK ? BINARY_CONTENT : JSON_CONTENT;
    const event = {
      id: randomUUID(),
      type: Buffer.from(type),
      contentType,
      metadata: Buffer.from(metadata),
      data: Buffer.from(data),
    };
    await engine.write({ kind: 'append', stream, expected: 'any', events: [event] });
  };

  const read = (stream: string, direction: 'forwards' | 'backwards', maxCount: number): readonly Buffer[] => {
    const from = direction === 'forwards' ? 0 : Number.POSITIVE_INFINITY;
    const found = engine.readStream({ stream, direction, from, maxCount });
    const messages: Buffer[] = [];
    if (found.kind !== 'found') return messages;
    for (let page = found.pages.next(); page !== undefined; page = found.pages.next()) messages.push(...page);
    return messages;
  };

  return {
    append,
    last: (stream) => {
      const [message] = read(stream, 'backwards', 1);
      return message === undefined ? undefined : decodeData(message).toString();
    },
    all: (stream) => read(stream, 'forwards', Number.POSITIVE_INFINITY),
    count: (stream) => read(stream, 'forwards', Number.POSITIVE_INFINITY).length,
    truncate: (stream, before) => append(`$$${stream}`, '$metadata', JSON.stringify({ $tb: before })),
    remove: async (stream) => {
      await engine.write({ kind: 'delete', stream, expected: 'any' });
    },
  };
};
