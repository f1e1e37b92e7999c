import canonicalize from 'canonicalize';
import { hash } from 'node:crypto';

/** `prevHash` of the first event of a stream. */
export const noHash = '0'.repeat(64);

/** What a link of the chain covers: everything that is stored of an event, without its own `hash`. */
export interface Link {
  readonly type: string;
  /** As stored, with ciphertext in the place of PHI, so that the chain outlives the keys. */
  readonly data: unknown;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** SHA-256 (hex) over the canonical JSON (RFC 8785) of type, data and metadata without `hash`. */
export const hashOf = ({ type, data, metadata }: Link): string =>
  sha256(canonicalize({ type, data, metadata: { ...metadata, hash: undefined } }) ?? '');

/** SHA-256 of a text's UTF-8 bytes, hex. */
export const sha256 = (text: string): string => hash('sha256', text, 'hex');
