import { describe, expect, it } from '@jest/globals';
import { BSON, Binary, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import fc from 'fast-check';
import { anyDocument } from '../testing/arbitrary-values';
import { checkDocument, Document, InvalidBson, sameValue } from '.';

const everyType = BSON.serialize({
  double: new Double(1),
  text: 'ä\u{1F600}',
  nested: { list: [1, [2], {}] },
  binary: new Binary(Buffer.from([1, 2, 3]), 4),
  id: new ObjectId('0123456789abcdef01234567'),
  yes: true,
  at: new Date(-1),
  nothing: null,
  pattern: /a.b/i,
  int: new Int32(-5),
  stamp: new Timestamp({ t: 7, i: 3 }),
  long: Long.MAX_VALUE,
  decimal: Decimal128.fromString('1.10'),
  least: new MinKey(),
  greatest: new MaxKey(),
});

const decodeWhole = (document: Document): Document =>
  Document.of([...document.fields].map(([name, value]) => [name, value] as const));

describe('a document', () => {
  it('gives back every type byte for byte after decoding', () => {
    expect(
      decodeWhole(Document.fromBytes(Buffer.from(everyType)))
        .bytes()
        .equals(Buffer.from(everyType)),
    ).toBe(true);
  });

  it('is equal to itself after encoding and decoding, whatever it holds', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const bytes = document.bytes();
        expect(checkDocument(bytes, 0, bytes.length)).toBe(bytes.length);
        expect(
          sameValue({ type: 'object', value: Document.fromBytes(bytes) }, { type: 'object', value: document }),
        ).toBe(true);
      }),
    );
  });

  it('finds a field among the bytes as it does when all is decoded', () => {
    fc.assert(
      fc.property(anyDocument, fc.constantFrom('a', 'b', 'ab', '0', '__proto__', 'ü', 'none'), (document, name) => {
        const found = Document.fromBytes(document.bytes()).get(name);
        const expected = document.get(name);
        expect(found?.type).toBe(expected?.type);
        if (found && expected) expect(sameValue(found, expected)).toBe(true);
      }),
    );
  });

  it('is the same without some fields, decoded or not', () => {
    const names = fc.subarray(['a', 'b', 'ab', '0', '__proto__', 'ü', 'none']);
    fc.assert(
      fc.property(anyDocument, names, (document, left) => {
        const bytes = document.bytes();
        const copy = Document.fromBytes(bytes).without(...left);
        expect(copy.bytes()).toEqual(
          decodeWhole(Document.fromBytes(bytes))
            .without(...left)
            .bytes(),
        );
        expect([...copy.names].filter((name) => left.includes(name))).toEqual([]);
      }),
    );
  });

  it('takes the first of two fields with one name, found among the bytes or decoded', () => {
    const bytes = Buffer.from(BSON.serialize({ a: 1, b: 2, c: 3 }));
    bytes[bytes.indexOf('c\0', 4)] = 'a'.charCodeAt(0);
    const one = { type: 'int', value: 1 };
    expect(Document.fromBytes(bytes).get('a')).toEqual(one);
    expect(Document.fromBytes(bytes).fields.get('a')).toEqual(one);
  });

  it('refuses bytes that were cut short or changed, and never reads beyond them', () => {
    const bytes = Buffer.from(everyType);
    for (let length = 0; length < bytes.length; length++)
      expect(() => checkDocument(bytes.subarray(0, length), 0, length)).toThrow(InvalidBson);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, byte) => {
        const damaged = Buffer.from(bytes);
        damaged[at] = byte;
        try {
          checkDocument(damaged, 0, damaged.length);
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidBson);
          return;
        }
        expect(() => decodeWhole(Document.fromBytes(damaged))).not.toThrow();
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses nesting without end before anything is decoded', () => {
    let nested = {};
    for (let depth = 0; depth < 200; depth++) nested = { nested };
    const bytes = Buffer.from(BSON.serialize(nested));
    expect(() => checkDocument(bytes, 0, bytes.length)).toThrow('nested deeper');
  });
});
