import type { Database, Transaction } from 'lmdb';
import type { ValueForm } from './checked-value';
import type { Entry, KeyRange } from './unit';

/** A scan is handed over in pieces of about this many bytes, which bounds memory however large documents are. */
const bytesPerScan = 1 << 20;

/** The first entries of a range, read at once, so that no cursor stays open between calls. */
export const scanDatabase = (
  database: Database<Buffer, Buffer>,
  form: ValueForm,
  { low, high, reverse = false }: KeyRange,
  limit: number,
  transaction?: Transaction,
): readonly Entry[] => {
  const entries: Entry[] = [];
  let bytes = 0;
  const bounds = reverse
    ? { start: high, end: low, exclusiveStart: true, inclusiveEnd: true }
    : { start: low, end: high };
  for (const { key, value } of database.getRange({ ...bounds, reverse, limit, ...(transaction && { transaction }) })) {
    entries.push({ key, value: form.unwrap(key, value) });
    bytes += value.length;
    if (bytes >= bytesPerScan) break;
  }
  return entries;
};
