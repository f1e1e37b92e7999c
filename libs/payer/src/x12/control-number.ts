import { createHash } from 'node:crypto';

/** The interchange control number of a request: the same trace number gives the same one. 1 to 999,999,999. */
export const controlNumber = (traceNumber: string): number =>
  (createHash('sha256').update(traceNumber).digest().readUInt32BE(0) % 999_999_999) + 1;
