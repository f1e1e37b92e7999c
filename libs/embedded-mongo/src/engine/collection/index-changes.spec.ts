import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Document, plainDocument } from '../../bson';
import { anyDocument } from '../../testing/arbitrary-values';
import { indexFromSpec } from '../catalog/index-spec';
import { MongoError } from '../mongo-error';
import { indexChanges } from './index-changes';
import { indexEntries } from './index-entries';

const indexes = [
  { key: { a: 1, b: -1 } },
  { key: { 'a.b': 1 } },
  { key: { b: 1, 'ab.a': -1, ü: 1 } },
  { key: { ab: 1 }, sparse: true },
  { key: { 'b.a': 1, 'b.ab': 1 } },
].map((spec, number) => indexFromSpec(number + 1, plainDocument({ name: `index-${number}`, ...spec })));

const id = Buffer.from('id');
const covers = () => true;
const hex = (keys: Iterable<Buffer>): readonly string[] => [...keys].map((key) => key.toString('hex')).sort();

/** Keys of all entries of a document, one index at a time. */
const allEntries = (document: Document): readonly string[] =>
  hex(indexes.flatMap((index) => indexEntries(document, index, id).map(({ key }) => key)));

/** The keys that an index holds after a document was there and was written. */
const held = (before: Document | undefined, after: Document): readonly string[] => {
  const { added, removed, others } = indexChanges(indexes, covers, before, after, id);
  const keys = new Set(before ? allEntries(before) : []);
  for (const entry of others.flatMap(({ old }) => old)) keys.delete(entry.key.toString('hex'));
  for (const key of removed) keys.delete(key.toString('hex'));
  for (const key of added) keys.add(key.toString('hex'));
  for (const entry of others.flatMap(({ fresh }) => fresh)) keys.add(entry.key.toString('hex'));
  return [...keys].sort();
};

/** Documents whose arrays cannot be indexed side by side are refused before anything is written. */
const unlessParallel = (work: () => void): void => {
  try {
    work();
  } catch (error) {
    if (!(error instanceof MongoError)) throw error;
  }
};

describe('the entries of a written document', () => {
  it('are those of each of its indexes', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        unlessParallel(() => {
          expect(held(undefined, document)).toEqual(allEntries(document));
        });
      }),
      { numRuns: 3000 },
    );
  });

  it('take the place of those that it had before', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (before, after) => {
        unlessParallel(() => {
          expect(held(before, after)).toEqual(allEntries(after));
        });
      }),
      { numRuns: 3000 },
    );
  });

  it('are not touched where nothing that is indexed has changed', () => {
    const before = plainDocument({ a: 'x', b: 1, other: 1 });
    const changes = indexChanges(indexes, covers, before, plainDocument({ a: 'x', b: 1, other: 2 }), id);
    expect(changes.added).toEqual([]);
    expect(changes.removed).toEqual([]);
  });

  it('are told apart when a name stands twice in the document', () => {
    const twice = Document.fromBytes(
      Buffer.from([0x13, 0, 0, 0, 0x10, 0x61, 0, 1, 0, 0, 0, 0x10, 0x61, 0, 2, 0, 0, 0, 0]),
    );
    expect(held(undefined, twice)).toEqual(allEntries(twice));
  });
});
