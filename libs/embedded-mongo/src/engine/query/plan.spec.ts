import { describe, expect, it } from '@jest/globals';
import { BSON } from 'bson';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import fc from 'fast-check';
import { Document } from '../../bson';
import type { Collection } from '../catalog/collection';
import { collectionFor, openEngine } from '../engine';
import type { Engine } from '../engine';
import { matches } from '../match/matches';
import { parseFilter } from '../match/parse-filter';
import { addIndexes } from '../write/schema';
import { insertDocument } from '../write/insert';
import { freeWork } from '../write/work';
import { findStored } from './find';
import { pause } from './pause';
import { choosePlan } from './plan';
import type { Plan } from './plan';
import { parseSort } from './sort';

const document = (plain: object): Document => Document.fromBytes(Buffer.from(BSON.serialize(plain)));

let folder = '';
let engine: Engine;
let collection: Collection;

const indexes = [
  { name: 'queue_1_at_-1', key: { queue: 1, at: -1 } },
  { name: 'at_1', key: { at: 1 } },
  { name: 'tags_1', key: { tags: 1 } },
  { name: 'code_1', key: { code: 1 }, sparse: true },
  { name: 'open_1', key: { queue: 1, score: 1 }, partialFilterExpression: { open: true } },
];

const stored = Array.from({ length: 120 }, (_unused, number) => ({
  _id: number,
  queue: `q${String(number % 4)}`,
  at: number % 7 === 0 ? null : new Date(number % 30),
  tags: number % 5 === 0 ? [] : [`t${String(number % 3)}`, `t${String(number % 6)}`],
  score: number % 2 === 0 ? number % 10 : (number % 10) + 0.5,
  open: number % 3 === 0,
  ...(number % 6 === 0 && { code: `c${String(number)}` }),
}));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plan-'));
  engine = openEngine(folder, () => undefined);
  collection = await collectionFor(engine, 'test', 'entries');
  await addIndexes(engine, collection, indexes.map(document));
  await freeWork(engine.storage).run((unit) => {
    for (const entry of stored) insertDocument(engine, unit, collection, document(entry));
  });
});

afterAll(async () => {
  await engine.storage.close();
  rmSync(folder, { recursive: true, force: true });
});

const planOf = (filter: object, sort?: object): Plan =>
  choosePlan(
    collection,
    parseFilter(document(filter)),
    sort && parseSort({ type: 'object', value: document(sort) }),
    engine.partialOf,
  );

const found = (filter: object, sort?: object): readonly unknown[] => {
  const predicate = parseFilter(document(filter));
  const order = sort && parseSort({ type: 'object', value: document(sort) });
  const plan = planOf(filter, sort);
  return [...findStored(engine.storage, collection, plan, { predicate, sort: order, skip: 0, limit: 0 })].flatMap(
    (item) => (item === pause ? [] : [BSON.deserialize(item.document.bytes())['_id'] as unknown]),
  );
};

describe('the planner', () => {
  it('takes the index whose fields are all narrowed', () => {
    expect(planOf({ queue: 'q1', at: { $gt: new Date(3) } }).index?.name).toBe('queue_1_at_-1');
    expect(planOf({ at: new Date(3) }).index?.name).toBe('at_1');
  });

  it('spares the sort when the index has the order, forwards or backwards', () => {
    expect(planOf({ queue: 'q1' }, { at: -1 })).toMatchObject({ sorted: true, reverse: false });
    expect(planOf({ queue: 'q1' }, { at: 1 })).toMatchObject({ sorted: true, reverse: true });
    expect(planOf({}, { at: 1 })).toMatchObject({ sorted: true, index: { name: 'at_1' } });
    expect(planOf({ queue: 'q1' }, { score: 1 })).toMatchObject({ sorted: false });
  });

  it('narrows a page that begins after a key by the range around both alternatives', () => {
    const after = { $or: [{ at: { $lt: new Date(9) } }, { at: new Date(9), _id: { $gt: 39 } }] };
    expect(planOf({ queue: 'q1', ...after }, { at: -1, _id: 1 })).toMatchObject({ bounded: 2, sorted: true });
  });

  it('uses a partial index only for what is surely in it', () => {
    expect(planOf({ queue: 'q1', score: 3, open: true }).index?.name).toBe('open_1');
    expect(planOf({ queue: 'q1', score: 3 }).index?.name).not.toBe('open_1');
  });

  it('looks up many documents one by one, and reads nothing between them', () => {
    const ids = Array.from({ length: 500 }, (_unused, number) => number * 3);
    const plan = planOf({ _id: { $in: ids } });
    expect({ ...plan, ranges: plan.ranges.length }).toMatchObject({ keys: true, exact: true, ranges: 500 });
    expect(found({ _id: { $in: ids } })).toEqual(ids.filter((id) => id < stored.length));
  });

  it('does not look for missing fields in a sparse index', () => {
    expect(planOf({ code: null }).index).toBeUndefined();
    expect(planOf({ code: 'c6' }).index?.name).toBe('code_1');
  });

  it('sorts by no index on an array', () => {
    expect(planOf({}, { tags: 1 }).sorted).toBe(false);
  });

  it('answers counts from the index alone when it covers the whole filter', () => {
    expect(planOf({ queue: 'q1', at: { $gte: new Date(3) } }).exact).toBe(true);
    expect(planOf({ queue: 'q1', score: 3 }).exact).toBe(false);
    expect(planOf({ tags: 't1' }).exact).toBe(true);
    expect(planOf({ tags: { $in: ['t1', 't2'] } }).exact).toBe(false);
    expect(planOf({ tags: { $gte: 't1' } }).exact).toBe(false);
    expect(planOf({ $and: [{ tags: 't1' }, { tags: 't4' }] }).exact).toBe(false);
    expect(planOf({ tags: null }).exact).toBe(false);
  });
});

describe('a query by any plan', () => {
  const date = fc.integer({ min: 0, max: 31 }).map((number) => new Date(number));
  const condition: fc.Arbitrary<object> = fc.oneof(
    fc.constantFrom('q0', 'q1', 'q9').map((queue) => ({ queue })),
    fc.array(fc.constantFrom('q0', 'q2', 'q3'), { maxLength: 3 }).map((queues) => ({ queue: { $in: queues } })),
    fc.uniqueArray(fc.integer({ min: -5, max: 130 }), { maxLength: 9 }).map((ids) => ({ _id: { $in: ids } })),
    fc.integer({ min: -5, max: 130 }).map((id) => ({ _id: { $gte: id } })),
    date.map((at) => ({ at: { $gte: at } })),
    date.map((at) => ({ at: { $lt: at } })),
    fc.constantFrom<object>(
      { at: null },
      { at: { $ne: null } },
      { open: true },
      { code: null },
      { code: { $exists: true } },
      { code: /^c1/ },
    ),
    fc.constantFrom('t0', 't1', 't5').map((tag) => ({ tags: tag })),
    fc.constantFrom<object>(
      { tags: { $gt: 't0', $lt: 't1' } },
      { tags: { $gte: 't1' } },
      { tags: { $in: ['t0', 't2', 't3'] } },
      { tags: { $size: 0 } },
      { tags: { $all: ['t0', 't3'] } },
    ),
    fc.integer({ min: 0, max: 10 }).map((score) => ({ score: { $lte: score } })),
    fc.tuple(date, fc.nat(119)).map(([at, id]) => ({ $or: [{ at: { $lt: at } }, { at, _id: { $gt: id } }] })),
  );
  const filter = fc.array(condition, { maxLength: 3 }).map((parts) => (parts.length === 0 ? {} : { $and: parts }));
  const sort = fc.option(
    fc.constantFrom<object>(
      { at: 1, _id: 1 },
      { at: -1, _id: 1 },
      { queue: 1, at: -1, _id: 1 },
      { score: -1, _id: -1 },
    ),
    { nil: undefined },
  );

  it('finds what looking at every document finds, in the order asked for', () => {
    fc.assert(
      fc.property(filter, sort, (asked, order) => {
        const predicate = parseFilter(document(asked));
        const expected = stored.filter((entry) => matches(predicate, document(entry)));
        const by = order && parseSort({ type: 'object', value: document(order) });
        if (by) expected.sort((left, right) => by.compareKeys(by.keyOf(document(left)), by.keyOf(document(right))));
        const ids = expected.map((entry) => entry._id);
        const answer = found(asked, order);
        expect(order ? answer : [...answer].sort((left, right) => Number(left) - Number(right))).toEqual(ids);
        const plan = planOf(asked, order);
        if (plan.exact)
          expect(plan.ranges.reduce((sum, range) => sum + engine.storage.count(range), 0)).toBe(ids.length);
      }),
      { numRuns: 600 },
    );
  });
});
