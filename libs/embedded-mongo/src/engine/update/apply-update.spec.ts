import { describe, expect, it } from '@jest/globals';
import { BSON } from 'bson';
import { Document } from '../../bson';
import type { Value } from '../../bson';
import { matches } from '../match/matches';
import { parseFilter } from '../match/parse-filter';
import { applyUpdate } from './apply-update';
import { parseUpdate } from './parse-update';
import { positionIn } from './position';
import { upsertBase } from './upsert-base';

const document = (plain: object): Document => Document.fromBytes(Buffer.from(BSON.serialize(plain)));
const value = (plain: object): Value => ({ type: 'object', value: document(plain) });
const plain = (of: Document): object => BSON.deserialize(of.bytes());

const updated = (before: object, update: object, filter: object = {}): object =>
  plain(
    applyUpdate(
      parseUpdate(value(update), [], new Map()),
      document(before),
      positionIn(parseFilter(document(filter))),
      false,
    ),
  );

describe('an update', () => {
  it('adds new fields in the order of their names, and leaves the others where they are', () => {
    expect(Object.keys(updated({ _id: 1, z: 1 }, { $set: { b: 1, a: 1, z: 2 } }))).toEqual(['_id', 'z', 'a', 'b']);
  });

  it('keeps the bytes of what it does not touch', () => {
    const before = document({ _id: 1, deep: { list: [1, 2.5, { a: new BSON.Long(1) }] }, touched: 1 });
    const after = applyUpdate(
      parseUpdate(value({ $inc: { touched: 1 } }), [], new Map()),
      before,
      () => undefined,
      false,
    );
    const bytesOf = (of: Document): Buffer | undefined => {
      const deep = of.get('deep');
      return deep?.type === 'object' ? deep.value.bytes() : undefined;
    };
    expect(bytesOf(after)).toEqual(bytesOf(before));
  });

  it('lets int grow to long, and refuses to leave long', () => {
    const after = updated({ _id: 1, n: 2 ** 31 - 1 }, { $inc: { n: 1 } });
    expect(after).toEqual({ _id: 1, n: 2 ** 31 });
    expect(() => updated({ _id: 1, n: BSON.Long.MAX_VALUE }, { $inc: { n: 1 } })).toThrow('Failed to apply $inc');
  });

  it('pads an array with nulls, and leaves null where an item is unset', () => {
    expect(updated({ _id: 1, list: [1] }, { $set: { 'list.3': 4 } })).toEqual({ _id: 1, list: [1, null, null, 4] });
    expect(updated({ _id: 1, list: [1, 2] }, { $unset: { 'list.0': '' } })).toEqual({ _id: 1, list: [null, 2] });
  });

  it('cuts, sorts and places what it pushes', () => {
    const push = { $push: { list: { $each: [5, 1], $position: 0, $sort: -1, $slice: 3 } } };
    expect(updated({ _id: 1, list: [4, 2] }, push)).toEqual({ _id: 1, list: [5, 4, 2] });
  });

  it('refuses to build a path through a value that is no document', () => {
    expect(() => updated({ _id: 1, a: 5 }, { $set: { 'a.b': 1 } })).toThrow(
      "Cannot create field 'b' in element {a: 5}",
    );
  });

  it('puts the item the filter met in the place of $', () => {
    const before = { _id: 1, marks: [{ v: 1 }, { v: 7 }, { v: 9 }] };
    const filter = { marks: { $elemMatch: { v: { $gt: 5 } } } };
    expect(updated(before, { $set: { 'marks.$.v': 0 } }, filter)).toEqual({
      _id: 1,
      marks: [{ v: 1 }, { v: 0 }, { v: 9 }],
    });
  });

  it('starts an upsert from what the filter says is equal, and nothing else', () => {
    const filter = parseFilter(
      document({ a: 1, 'b.c': { $eq: 2 }, d: { $gt: 3 }, $and: [{ e: 4 }], $or: [{ f: 1 }, { f: 2 }] }),
    );
    expect(plain(upsertBase(filter))).toEqual({ a: 1, b: { c: 2 }, e: 4 });
  });
});

describe('a filter', () => {
  const meets = (filter: object, stored: object): boolean => matches(parseFilter(document(filter)), document(stored));

  it.each<[object, object, boolean]>([
    [{ a: { b: 1, c: 2 } }, { a: { c: 2, b: 1 } }, false],
    [{ a: { b: 1, c: 2 } }, { a: { b: 1, c: 2 } }, true],
    [{ 'a.b': null }, { a: [{ b: 1 }, {}] }, true],
    [{ 'a.b': null }, { a: [5] }, false],
    [{ a: { $gt: 1, $lt: 3 } }, { a: [0, 5] }, true],
    [{ a: { $elemMatch: { $gt: 1, $lt: 3 } } }, { a: [0, 5] }, false],
    [{ a: [1, 2] }, { a: [[1, 2], 3] }, true],
    [{ 'a.1': 2 }, { a: [1, 2] }, true],
    [{ a: { $not: { $gt: 3 } } }, {}, true],
    [{ a: { $nin: [1, null] } }, {}, false],
    [{ a: { $lt: 'b' } }, { a: 1 }, false],
    [{ $expr: { $gt: ['$a', '$b'] } }, { a: 2, b: 1 }, true],
    [{ a: { $type: 'number' } }, { a: [true, 1] }, true],
    [{ a: { $all: [1, 2] } }, { a: [2, 1, 3] }, true],
    [{ a: { $mod: [4, 1] } }, { a: 5.9 }, true],
    [{ a: /^ab/i }, { a: ['x', 'ABc'] }, true],
  ])('%j on %j is %s', (filter, stored, expected) => {
    expect(meets(filter, stored)).toBe(expected);
  });

  it('refuses regular expressions whose matching has no bound', () => {
    for (const pattern of ['(a+)+$', '(a|a)*b', '(.*)\\1', 'a(?=b)', '.*.*.*.*.*x'])
      expect(() => parseFilter(document({ a: { $regex: pattern } }))).toThrow('Regular expression');
  });
});
