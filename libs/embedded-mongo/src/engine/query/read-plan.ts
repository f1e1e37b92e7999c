import { Document } from '../../bson';
import type { Collection } from '../catalog/collection';
import { spaceKey } from '../keys/keys';
import type { Entry, KeyRange, Reader } from '../storage/unit';
import { pause } from './pause';
import type { Paused } from './pause';
import type { Plan } from './plan';

/** A stored document with the key it lies under. */
export type Stored = { readonly key: Buffer; readonly document: Document };

const largestPiece = 512;

/** What was found in bytes that are still at hand, so that it is not looked for again. */
const opened = new WeakMap<Buffer, Document>();

const documentOf = (bytes: Buffer): Document => {
  const known = opened.get(bytes);
  if (known) return known;
  const document = Document.fromBytes(bytes);
  opened.set(bytes, document);
  return document;
};

/** Reads a range piece by piece; between pieces nothing stays open, and what changed meanwhile is seen. */
const entriesOf = function* (reader: Reader, range: KeyRange, firstPiece: number): Generator<Paused<Entry>> {
  let rest = range;
  let size = firstPiece;
  for (;;) {
    const piece = reader.scan(rest, size);
    const last = piece.at(-1);
    if (!last) return;
    yield* piece;
    yield pause;
    rest =
      rest.reverse === true ? { ...rest, high: last.key } : { ...rest, low: Buffer.concat([last.key, Buffer.of(0)]) };
    size = Math.min(size * 2, largestPiece);
  }
};

const lookedUpAtOnce = 64;

const byKeys = function* (reader: Reader, { ranges }: Plan): Generator<Paused<Stored>> {
  for (const [at, { low }] of ranges.entries()) {
    const bytes = reader.get(low);
    if (bytes) yield { key: low, document: documentOf(bytes) };
    if (at % lookedUpAtOnce === lookedUpAtOnce - 1) yield pause;
  }
};

/** The documents of a plan, each once, in its order, unfiltered; about `expected` of them will be taken. */
export const readPlan = function* (
  reader: Reader,
  collection: Collection,
  plan: Plan,
  expected = 64,
): Generator<Paused<Stored>> {
  if (plan.keys) {
    yield* byKeys(reader, plan);
    return;
  }
  const seen = plan.once ? undefined : new Set<string>();
  for (const range of plan.ranges)
    for (const entry of entriesOf(reader, range, Math.min(expected, largestPiece))) {
      if (entry === pause) {
        yield pause;
        continue;
      }
      if (!plan.index) {
        yield { key: entry.key, document: Document.fromBytes(entry.value) };
        continue;
      }
      const name = seen && entry.value.toString('latin1');
      if (name !== undefined && seen?.has(name) === true) continue;
      if (name !== undefined) seen?.add(name);
      const key = spaceKey(collection.space, entry.value);
      const bytes = reader.get(key);
      if (bytes) yield { key, document: documentOf(bytes) };
    }
};
