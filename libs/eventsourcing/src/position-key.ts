import type { LogPosition } from './recorded-event';

const digits = 20;
const pattern = /^\d{20}-\d{20}$/;

/** A log position as text that sorts as positions do: `commit-prepare`, each decimal and padded to 20 digits. */
export const positionKey = ({ commit, prepare }: LogPosition): string => `${pad(commit)}-${pad(prepare)}`;

/** The position that a key stands for; `null` when the text is no key. */
export const readPositionKey = (key: string): LogPosition | null =>
  pattern.test(key) ? { commit: BigInt(key.slice(0, digits)), prepare: BigInt(key.slice(digits + 1)) } : null;

/** Negative, zero or positive, as `left` stands before, at or after `right`. */
export const comparePositions = (left: LogPosition, right: LogPosition): number =>
  compare(left.commit, right.commit) || compare(left.prepare, right.prepare);

const compare = (left: bigint, right: bigint): number => (left < right ? -1 : left > right ? 1 : 0);
const pad = (number: bigint): string => number.toString().padStart(digits, '0');
