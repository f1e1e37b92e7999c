import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { digestOf } from './log-digest';
import type { StoredEvent } from '../store/event-store';
import { agrees } from './disclosure';
import { type ExportLine, fromExportLine, type Manifest } from './export-lines';
import { verifyLog, type Verification, type VerifyLogOptions } from './verify-log';

/** What the verification of a file found. */
export interface ExportVerification extends Verification {
  /** How the file contradicts itself although the chain of its events is intact. */
  readonly exportMismatch?: string;
}

/**
 * Verifies an exported stream with nothing but the file: the chain of its events, that what it shows of each is what the event says, and
 * that it is whole, which its last line tells. Throws a TypeError that names a bad line.
 */
export const verifyExport = async (file: string, options: VerifyLogOptions = {}): Promise<ExportVerification> => {
  const reading = new Reading();
  const found = await verifyLog({ readAll: () => reading.eventsIn(file) }, options);
  const exportMismatch = found.intact ? reading.mismatch(found) : null;
  return exportMismatch === null ? found : { ...found, intact: false, exportMismatch };
};

/** What one reading of a file remembers beside its events. */
class Reading {
  private manifest: Manifest | null = null;
  private last: StoredEvent | null = null;
  private contradiction: string | null = null;

  async *eventsIn(file: string): AsyncGenerator<StoredEvent> {
    let number = 0;
    for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
      number += 1;
      if (text.trim() === '') continue;
      const line = lineOf(text, number);
      if (this.manifest) this.contradiction ??= `line ${number} stands behind the manifest`;
      if ('manifest' in line) this.manifest = line.manifest;
      else yield this.seen(line);
    }
  }

  mismatch({ events, streams, digest }: Verification): string | null {
    const { manifest, last } = this;
    if (!manifest) return 'the file does not end with its manifest: its end is missing';
    if (events !== manifest.events) return `it has ${events} events, and ${manifest.events} by its manifest`;
    if (events > 0) {
      if (streams !== 1 || last?.streamId !== manifest.streamId) return `it is not the stream ${manifest.streamId}`;
      const head = { revision: last.revision, hash: manifest.hash };
      if (digestOf(new Map([[manifest.streamId, head]])) !== digest)
        return 'it does not end with the hash of its manifest';
    }
    return this.contradiction;
  }

  private seen({ event, disclosed }: Extract<ExportLine, { readonly event: unknown }>): StoredEvent {
    this.last = event;
    if (disclosed !== undefined && !agrees(disclosed, event.data))
      this.contradiction ??= `what it discloses at revision ${event.revision} is not what the event says`;
    return event;
  }
}

const lineOf = (text: string, number: number): ExportLine => {
  try {
    return fromExportLine(text);
  } catch (cause) {
    throw new TypeError(`line ${number} cannot be read`, { cause });
  }
};
