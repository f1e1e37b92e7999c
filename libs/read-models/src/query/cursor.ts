import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { DomainError } from '@referral/eventsourcing';
import type { Scalar } from '@referral/conditions';

/** Where a page ended, and of which query. */
export interface CursorContent {
  /** Digest of the query that the page belongs to. */
  readonly query: string;
  /** Instant at which the first page was asked: later pages compare due times with the same one. */
  readonly asOf: string | null;
  /** Whether the page ended among the rows that come first. */
  readonly leading: boolean;
  /** Values of the last row in the fields of the sort. */
  readonly values: readonly Scalar[];
}

const longest = 4_096;

/** A digest that names a query: the same for the same content. */
export const queryDigest = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22);

/** Seals cursors, so that a client can hold them but not make or change them. `key`: at least 32 bytes, the same in every process. */
export const cursorSeal = (key: Uint8Array) => {
  if (key.length < 32) throw new Error('The key that signs cursors has at least 32 bytes.');
  const sign = (text: string) => createHmac('sha256', key).update(text).digest();
  return {
    seal: (content: CursorContent): string => {
      const text = Buffer.from(JSON.stringify(content)).toString('base64url');
      return `${text}.${sign(text).toString('base64url')}`;
    },
    /** Throws `INVALID_CURSOR` for anything that `seal` did not make. */
    open: (cursor: string): CursorContent => {
      const [text = '', signature = '', ...rest] = cursor.length <= longest ? cursor.split('.') : [];
      const given = Buffer.from(signature, 'base64url');
      const right = sign(text);
      if (rest.length > 0 || given.length !== right.length || !timingSafeEqual(given, right)) throw invalidCursor();
      // What we signed, we wrote.
      return JSON.parse(Buffer.from(text, 'base64url').toString()) as CursorContent;
    },
  };
};

/** The refusal of a cursor that is not ours or belongs to another query. */
export const invalidCursor = () =>
  new DomainError('INVALID_CURSOR', 'The cursor is not one of this query. Start again without a cursor.');
