import { createHash } from 'node:crypto';

/** A number of a trace number's own, the same whenever and wherever it is asked for. 1 to 999,999,999. */
export const derivedNumber = (traceNumber: string, purpose: string): number =>
  (createHash('sha256').update(`${purpose} ${traceNumber}`).digest().readUInt32BE(0) % 999_999_999) + 1;

/** The number of the authorization that a request with this trace number gets. */
export const authorizationNumber = (traceNumber: string): string =>
  `AUTH${String(derivedNumber(traceNumber, 'authorization')).padStart(9, '0')}`;
