import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { positionKey } from '@referral/eventsourcing';
import { type Condition, everything, matches, type Scalar, type Sort } from '@referral/conditions';
import fc from 'fast-check';
import type { PageQuery } from '../query/queries';
import { StoredReadModels } from '../query/stored-read-models';
import type { ModelStore, Row } from '../store/model-store';
import type { StoreUnderTest } from './store-under-test';

const model = 'tally@1';
const cursorKey = Buffer.alloc(32, 7);
const up = (path: string): Sort[number] => ({ path, order: 'ascending' });
const down = (path: string): Sort[number] => ({ path, order: 'descending' });
const at = (commit: bigint) => positionKey({ commit, prepare: commit });
const all: PageQuery = { projection: 'tally', tenantId: 't1', filter: everything, sort: [], limit: 10 };

/** What every implementation of the read side answers. */
export const readModelsContract = (under: StoreUnderTest): void => {
  describe(`read models: ${under.name}`, () => {
    let store: ModelStore;
    let readModels: StoredReadModels;
    let epoch = 0;
    let position: string | null = null;

    const write = async (rows: readonly object[], to = at(BigInt(rows.length))): Promise<void> => {
      const puts = rows.map((fields, index): Row => ({ _id: `id-${index}`, tenantId: 't1', _position: to, ...fields }));
      const nothing = { removals: [], entries: [], parks: [], unparks: [] };
      await store.commit({ model, epoch, from: position, to, events: rows.length, puts, ...nothing });
      position = to;
    };

    const walk = async (query: PageQuery): Promise<readonly Row[]> => {
      const rows: Row[] = [];
      let page = await readModels.page<Row>(query);
      for (;;) {
        rows.push(...page.items);
        if (page.cursor === null) return rows;
        page = await readModels.page<Row>({ ...query, cursor: page.cursor });
      }
    };

    beforeEach(async () => {
      store = await under.empty();
      await store.create(model, [], []);
      await store.makeLive('tally', model);
      ({ epoch } = await store.acquire(model, 'runner-1'));
      position = null;
      readModels = new StoredReadModels(store, { cursorKey });
    });

    afterAll(() => under.close());

    it('pages through all rows in order, whatever the size of a page', async () => {
      await write([3, 1, null, 2, 1, undefined, 3].map((sum) => ({ sum })));
      const orders: readonly Sort[] = [
        [up('sum')],
        [down('sum')],
        [down('sum'), down('_id')],
        [up('sum'), down('_id')],
      ];
      for (const sort of orders) {
        const whole = await walk({ ...all, sort, limit: 100 });
        expect(whole).toHaveLength(7);
        for (const limit of [1, 2, 3, 7]) expect(await walk({ ...all, sort, limit })).toEqual(whole);
      }
    });

    it('puts rows in the order of how many rows of another read model name them', async () => {
      await write([2, 1, 1, 3].map((sum) => ({ sum })));
      const naming = ['id-1', 'id-3', 'id-1', 'id-3', 'id-3', 'id-9', 5, null].map((of, index): Row => ({
        ...{ _id: `naming-${index}`, tenantId: index === 4 ? 't2' : 't1', _position: at(9n) },
        ...{ of, open: index !== 3 },
      }));
      await store.create('naming@1', [], []);
      await store.makeLive('naming', 'naming@1');
      const held = await store.acquire('naming@1', 'runner-1');
      const nothing = { removals: [], entries: [], parks: [], unparks: [] };
      await store.commit({ ...held, from: null, to: at(9n), events: 7, puts: naming, ...nothing });
      const query: PageQuery = {
        ...all,
        filter: { path: 'sum', is: 'before', value: 4 },
        sort: [down('named'), up('sum')],
        counting: { as: 'named', projection: 'naming', by: 'of', filter: { path: 'open', is: 'equals', value: true } },
      };
      const expected = [
        ['id-1', 2],
        ['id-3', 1],
        ['id-2', 0],
        ['id-0', 0],
      ];
      for (const limit of [1, 2, 3, 4]) {
        const rows = await walk({ ...query, limit });
        expect(rows.map(({ _id, named }) => [_id, named])).toEqual(expected);
      }
      const { counting: _, ...uncounted } = query;
      expect((await walk({ ...uncounted, sort: [up('sum')] })).every((row) => row['named'] === undefined)).toBe(true);
    });

    it('puts rows first that the query wants first, and pages over the border', async () => {
      await write([4, 1, 3, 2].map((sum, index) => ({ sum, due: `2026-03-0${index + 1}` })));
      const query: PageQuery = { ...all, sort: [up('sum')], first: { path: 'due', is: 'before', value: '2026-03-03' } };
      for (const limit of [1, 2, 3, 4]) {
        const rows = await walk({ ...query, limit });
        expect(rows.map((row) => row['sum'])).toEqual([1, 4, 2, 3]);
      }
    });

    it('neither repeats nor loses a row when others come before the page that is next', async () => {
      await write([10, 20, 30, 40].map((sum) => ({ sum })));
      const first = await readModels.page<Row>({ ...all, sort: [up('sum')], limit: 2 });
      await write([10, 20, 30, 40, 5, 15, 35].map((sum) => ({ sum })));
      const rest = await walk({ ...all, sort: [up('sum')], limit: 2, cursor: first.cursor ?? '' });
      expect(rest.map((row) => row['sum'])).toEqual([30, 35, 40]);
    });

    it('refuses a cursor that was changed, made up or belongs to another query', async () => {
      await write([1, 2, 3].map((sum) => ({ sum })));
      const query = { ...all, sort: [up('sum')], limit: 1 };
      const { cursor } = await readModels.page<Row>(query);
      if (cursor === null) throw new Error('There is no cursor.');
      const other: readonly PageQuery[] = [
        { ...query, sort: [down('sum')] },
        { ...query, tenantId: 't2' },
        { ...query, filter: { path: 'sum', is: 'after', value: 0 } },
        { ...query, asOf: '2026-03-02T15:00:00.000Z' },
      ];
      for (const foreign of other)
        await expect(readModels.page({ ...foreign, cursor })).rejects.toMatchObject({ code: 'INVALID_CURSOR' });
      for (const bad of ['', '.', 'x.y', `${cursor}x`, cursor.slice(1), `${cursor}.${cursor}`, 'x'.repeat(10_000)])
        await expect(readModels.page({ ...query, cursor: bad })).rejects.toMatchObject({ code: 'INVALID_CURSOR' });
      const elsewhere = new StoredReadModels(store, { cursorKey: Buffer.alloc(32, 8) });
      await expect(elsewhere.page({ ...query, cursor })).rejects.toMatchObject({ code: 'INVALID_CURSOR' });
    });

    it('keeps in the cursor the instant that the query was made for', async () => {
      await write([1, 2].map((sum) => ({ sum })));
      const asOf = '2026-03-02T15:00:00.000Z';
      const { cursor } = await readModels.page<Row>({ ...all, asOf, limit: 1 });
      expect(readModels.instantOf(cursor ?? undefined)).toBe(asOf);
      expect(readModels.instantOf(undefined)).toBeNull();
    });

    it('takes values and paths for nothing but values and paths', async () => {
      await write([{ sum: 1 }]);
      const hostile = [
        { path: 'sum', is: 'equals', value: { $gt: 0 } },
        { path: '$where', is: 'equals', value: 'true' },
        { path: 'sum', is: '$ne', value: 2 },
        { path: '__proto__.sum.', is: 'exists', value: true },
        { path: 'sum', is: 'in', value: [{ $gt: 0 }] },
        { path: 'sum', is: 'before', value: null },
        { path: 'sum', is: 'equals', value: Number.NaN },
        { path: 'sum', is: 'some', like: { path: 'of', is: 'equals', value: { $gt: 0 } } },
        { path: '$where', is: 'some', like: { all: [] } },
      ];
      for (const filter of hostile as unknown as readonly Condition[]) {
        await expect(readModels.page({ ...all, filter })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
        await expect(readModels.count({ ...all, filter })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
      }
      for (const limit of [0, 501, 1.5])
        await expect(readModels.page({ ...all, limit })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
      await expect(readModels.page({ ...all, sort: [up('$natural')] })).rejects.toMatchObject({
        code: 'VALIDATION_FAILED',
      });
    });

    it('counts exactly up to a bound and says when there are more', async () => {
      await write(Array.from({ length: 12 }, (_, sum) => ({ sum })));
      expect(await readModels.count(all)).toEqual({ value: 12, exact: true });
      expect(await readModels.count(all, { upTo: 12 })).toEqual({ value: 12, exact: true });
      expect(await readModels.count(all, { upTo: 11 })).toEqual({ value: 11, exact: false });
    });

    it('waits for a position and says when it does not come', async () => {
      const waiting = readModels.waitFor('tally', { commit: 5n, prepare: 5n }, 5_000);
      expect(await readModels.waitFor('tally', { commit: 5n, prepare: 5n }, 20)).toBe(false);
      await write([{ sum: 1 }], at(5n));
      expect(await waiting).toBe(true);
      expect(await readModels.waitBeyond('tally', at(5n), 20)).toBe(false);
      expect(await readModels.waitBeyond('tally', at(4n), 5_000)).toBe(true);
      expect(await readModels.waitFor('no-such-model', { commit: 1n, prepare: 1n }, 20)).toBe(false);
    });

    it('answers from the live model, and says when there is none', async () => {
      await write([{ sum: 1 }]);
      expect(await readModels.get('tally', 't1', 'id-0')).toMatchObject({ sum: 1 });
      await expect(readModels.get('other', 't1', 'id-0')).rejects.toMatchObject({ code: 'READ_MODEL_NOT_READY' });
      expect(await readModels.status()).toMatchObject([
        { model, projection: 'tally', version: 1, live: true, position: at(1n), events: 1, parked: 0, epoch: 1 },
      ]);
    });

    it('finds by any condition what the same condition finds in memory', async () => {
      const values: readonly (Scalar | undefined)[] = [
        null,
        undefined,
        0,
        1,
        2.5,
        -1,
        '',
        'a',
        'b',
        '2026-03-02',
        true,
        false,
      ];
      const rows = values.flatMap((sum, index) => [
        { sum, kind: index % 3 },
        { sum: [sum ?? null, index], kind: { of: sum } },
        { sum: index, kind: [{ sum: sum ?? null, kind: index % 3 }, { sum: 1 }] },
      ]);
      await write(rows);
      const stored = await walk(all);
      await fc.assert(
        fc.asyncProperty(condition, async (filter) => {
          const found = await walk({ ...all, filter, limit: 500 });
          expect(found.map(({ _id }) => _id)).toEqual(
            stored.filter((row) => matches(row, filter)).map(({ _id }) => _id),
          );
        }),
        { numRuns: 150 },
      );
    });
  });
};

const path = fc.constantFrom('sum', 'kind', 'kind.of', 'none');
const scalar = fc.constantFrom<Scalar>(0, 1, 2, 2.5, 'a', '', '2026-03-02', true, false);
const bound = fc.constantFrom<string | number>(0, 1, 2.5, 'a', '', '2026-03-02');

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    fc.record({ path, is: fc.constant('equals' as const), value: scalar }),
    fc.record({ path, is: fc.constant('in' as const), value: fc.array(scalar, { maxLength: 3 }) }),
    fc.record({ path, is: fc.constant('exists' as const), value: fc.boolean() }),
    fc.record({ path, is: fc.constantFrom('before', 'atOrBefore', 'after', 'atOrAfter'), value: bound }),
    fc.record({ path, is: fc.constant('some' as const), like: tie('condition') }),
    fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
  ),
}));
