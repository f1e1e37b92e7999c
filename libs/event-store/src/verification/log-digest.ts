import { sha256 } from '../envelope/hash-chain';
import type { StreamHead } from './verify-stream';

/** SHA-256 (hex) over the heads of all streams in the order of their names: equal digests mean equal logs. */
export const digestOf = (heads: ReadonlyMap<string, StreamHead>): string =>
  sha256(
    [...heads]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([streamId, { revision, hash }]) => `${streamId} ${revision} ${hash}\n`)
      .join(''),
  );
