import { open } from 'node:fs/promises';
import { UNFINISHED } from './open-segments';
import type { SegmentPlace } from './event-log';
import { ENTRY_HEADER_BYTES, FRAME_HEADER_BYTES, scavengedHeader, sealEntry, sealFrame } from './log-format';
import type { LogIndex } from './log-index';
import type { PageReader } from './page-reader';
import { pageOfAll } from './read-all';

/** The events of a segment that is not written to any more. */
export interface Extent extends SegmentPlace {
  readonly next: number;
  readonly first: number;
  readonly end: number;
}

/** Where an event lies in a segment that is rewritten. */
export interface Moved {
  readonly ordinal: number;
  readonly place: number;
}

/** What a segment is read with. */
export interface SegmentReading {
  readonly index: LogIndex;
  readonly readPage: PageReader;
}

const turn = (): Promise<void> => new Promise(setImmediate);

/** Pages of the events that are there still, each in a turn of its own. */
export async function* pagesOf({ index }: SegmentReading, { first, end }: Extent): AsyncGenerator<readonly number[]> {
  for (let at = first; at < end;) {
    const { ordinals, next } = pageOfAll(index, at, 1);
    at = next;
    yield ordinals.filter((ordinal) => ordinal < end);
    await turn();
  }
}

const frameOf = (messages: readonly Buffer[], place: number): Buffer => {
  const length = messages.reduce((sum, message) => sum + ENTRY_HEADER_BYTES + message.length, FRAME_HEADER_BYTES);
  const frame = Buffer.allocUnsafe(length);
  let at = FRAME_HEADER_BYTES;
  for (const message of messages) {
    const end = at + ENTRY_HEADER_BYTES + message.copy(frame, at + ENTRY_HEADER_BYTES);
    sealEntry(frame, at, end);
    at = end;
  }
  sealFrame(frame, place);
  return frame;
};

/** Writes what stays of a segment to a file of its own, durably, and tells where every event lies in it. */
export const rewriteSegment = async (
  parts: SegmentReading,
  extent: Extent,
  gone: ReadonlySet<number>,
): Promise<readonly Moved[]> => {
  const moved: Moved[] = [];
  const file = await open(extent.path + UNFINISHED, 'w');
  try {
    const header = scavengedHeader(extent.base, extent.next);
    await file.writeFile(header);
    let place = extent.base + header.length;
    for await (const ordinals of pagesOf(parts, extent)) {
      const staying = ordinals.filter((ordinal) => !gone.has(ordinal));
      if (staying.length === 0) continue;
      const messages = parts.readPage(staying);
      const frame = frameOf(messages, place);
      await file.writeFile(frame);
      let at = place + FRAME_HEADER_BYTES;
      staying.forEach((ordinal, n) => {
        moved.push({ ordinal, place: at });
        at += ENTRY_HEADER_BYTES + (messages[n]?.length ?? 0);
      });
      place += frame.length;
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return moved;
};
