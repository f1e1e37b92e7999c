import type { RootDatabase } from 'lmdb';
import { bareValues, checkedValues } from './checked-value';
import type { ValueForm } from './checked-value';

const formatKey = Buffer.from('format');
/** 1 had no mark and no checksums. */
const newest = 2;

/** The data folder was written by a later version. */
export class UnknownFormat extends Error {
  override readonly name = 'UnknownFormat';

  constructor(readonly format: number) {
    super(`format ${String(format)}`);
  }
}

/** How the values of this store lie in the file; a store that is still empty is marked as of the newest format. */
export const valueFormOf = (root: RootDatabase<Buffer, Buffer>, isEmpty: boolean): ValueForm => {
  const format = root.getBinary(formatKey)?.readUInt8() ?? (isEmpty ? undefined : 1);
  if (format === 1) return bareValues;
  if (format === undefined) root.putSync(formatKey, Buffer.of(newest));
  else if (format !== newest) throw new UnknownFormat(format);
  return checkedValues;
};
