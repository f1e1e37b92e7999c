import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BSON } from 'bson';
import fc from 'fast-check';
import { Document } from '../../bson';
import { scratchIn } from '../storage/scratch-file';
import type { Scratch } from '../storage/scratch-file';
import { pause } from './pause';
import { parseSort } from './sort';
import { sorted } from './sorted';

type Row = { readonly key: number; readonly place: number; readonly padding: string };

const documentOf = (row: Row): Document => Document.fromBytes(Buffer.from(BSON.serialize(row)));

const packing = {
  documentOf: (document: Document) => document,
  pack: (document: Document) => document.bytes(),
  unpack: (bytes: Buffer) => Document.fromBytes(bytes),
};

const byKey = parseSort({ type: 'object', value: Document.fromBytes(Buffer.from(BSON.serialize({ key: 1 }))) });

let folder = '';
/** Scratch files that were opened and not closed. */
let open = 0;

const scratch: Scratch = () => {
  const file = scratchIn(folder)();
  open += 1;
  return {
    ...file,
    get size() {
      return file.size;
    },
    close: () => {
      open -= 1;
      file.close();
    },
  };
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sorted-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Sorted with so many bytes of memory. */
const sortedRows = (rows: readonly Row[], bound: number, most: number, onDisk: Scratch | undefined) =>
  sorted(rows.map(documentOf), byKey, bound, packing, onDisk, most);

const placesOf = (found: Iterable<Document | typeof pause>): readonly unknown[] =>
  [...found].flatMap((item) => (item === pause ? [] : [BSON.deserialize(item.bytes())['place'] as unknown]));

const rows = fc
  .array(fc.tuple(fc.nat(9), fc.nat(600)), { maxLength: 60 })
  .map((found) => found.map(([key, length], place): Row => ({ key, place, padding: '-'.repeat(length) })));

describe('a sort', () => {
  it('gives the same order, whatever part of it memory holds', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(1, 5, Infinity), fc.integer({ min: 100, max: 3_000 }), (given, bound, most) => {
        const expected = [...given]
          .sort((left, right) => left.key - right.key)
          .slice(0, bound)
          .map(({ place }) => place);
        expect(placesOf(sortedRows(given, bound, most, scratch)).slice(0, bound)).toEqual(expected);
        expect(open).toBe(0);
      }),
    );
  });

  const many = Array.from({ length: 100 }, (_, place): Row => ({ key: 100 - place, place, padding: '-'.repeat(100) }));

  it('leaves nothing on disk behind, also when nobody reads it to its end', () => {
    const reading = sortedRows(many, Infinity, 1_000, scratch);
    while (reading.next().value === pause);
    expect(open).toBe(1);
    expect(readdirSync(join(folder, 'scratch'))).toEqual([]);
    reading.return(undefined);
    expect(open).toBe(0);
  });

  it('takes documents that are larger than what is read of the disk at once', () => {
    const large = Array.from({ length: 9 }, (_, place): Row => ({
      key: 9 - place,
      place,
      padding: '-'.repeat(place * 90_000),
    }));
    expect(placesOf(sortedRows(large, Infinity, 1_000_000, scratch))).toEqual([8, 7, 6, 5, 4, 3, 2, 1, 0]);
  });

  it('is refused where it may not use the disk', () => {
    expect(() => placesOf(sortedRows(many, Infinity, 1_000, undefined))).toThrow(/but did not opt in/);
  });

  it('needs no disk for the few that a limit wants', () => {
    expect(placesOf(sortedRows(many, 3, 1_000, undefined))).toEqual([99, 98, 97]);
  });
});
