import { decodeData, decodeHeader } from '../encoding/recorded-event';
import type { EventLog } from './event-log';
import { ENTRY_HEADER_BYTES } from './log-format';
import type { LogIndex } from './log-index';
import { ordinalAt } from './revisions';
import { metastreamOf } from './stream-metadata';

/** Single events of the log, looked up where reads in pages do not fit. */
export interface StoredEvents {
  readonly message: (ordinal: number) => Buffer;
  readonly id: (ordinal: number) => string;
  /** Data of the newest metadata event of a stream; empty without any. */
  readonly metadata: (stream: string) => Buffer;
  /** Position of an event; the end of the log when there is no such event. */
  readonly position: (stream: string, revision: number) => number;
}

export const createStoredEvents = (log: EventLog, index: LogIndex): StoredEvents => {
  const message = (ordinal: number): Buffer => {
    const from = index.place(ordinal);
    return log.message(log.read(from, from + ENTRY_HEADER_BYTES + index.messageLength(ordinal)), 0, from);
  };
  return {
    message,
    id: (ordinal) => decodeHeader(message(ordinal)).id,
    metadata: (stream) => {
      const ordinal = index.stream(metastreamOf(stream))?.ordinals.at(-1);
      return ordinal === undefined ? Buffer.alloc(0) : decodeData(message(ordinal));
    },
    position: (stream, revision) => {
      const entry = index.stream(stream);
      const ordinal = entry && ordinalAt(entry, revision);
      return ordinal === undefined ? log.end() : index.position(ordinal);
    },
  };
};
