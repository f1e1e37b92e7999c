import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { StoredEvent } from '../store/event-store';
import { fromExportLine } from './export-lines';
import { verifyLog, type Verification, type VerifyLogOptions } from './verify-log';

/** Verifies a file of stored events, one a line (`toExportLine`), with nothing but the file. Throws a TypeError that names a bad line. */
export const verifyExport = (file: string, options: VerifyLogOptions = {}): Promise<Verification> =>
  verifyLog({ readAll: () => eventsIn(file) }, options);

async function* eventsIn(file: string): AsyncGenerator<StoredEvent> {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() !== '') yield eventIn(line, number);
  }
}

const eventIn = (line: string, number: number): StoredEvent => {
  try {
    return fromExportLine(line);
  } catch (cause) {
    throw new TypeError(`line ${number} cannot be read`, { cause });
  }
};
