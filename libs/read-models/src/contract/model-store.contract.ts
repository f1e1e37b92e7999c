import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { everything } from '@referral/conditions';
import type { Intervention } from '../store/intervention';
import { type Commit, FencedOff, type ModelStore, type Row, Unstorable } from '../store/model-store';
import type { ParkedEvent } from '../store/parked-event';
import type { StoreUnderTest } from './store-under-test';

const model = 'tally@1';
const row = (id: string, fields: object = {}, tenantId = 't1'): Row => ({
  _id: id,
  tenantId,
  _position: 'p1',
  ...fields,
});

const parked = (position: string, documentId = 'a'): ParkedEvent => ({
  _id: `${model}/${position}`,
  model,
  tenantId: 't1',
  documentId,
  position,
  readAgainAfter: null,
  streamId: `account-${documentId}`,
  revision: '0',
  eventType: 'Spoiled',
  failure: 'Error: spoiled',
  parkedAt: '2026-03-02T15:00:00.000Z',
});

const request: Intervention = {
  _id: 'request-1',
  kind: 'retry',
  target: model,
  documentId: 'a',
  requestedBy: 'ana',
  requestedAt: '2026-03-02T15:00:00.000Z',
  reason: 'repaired',
  state: 'requested',
};

/** What every store of read models does. */
export const modelStoreContract = (under: StoreUnderTest): void => {
  describe(`a store of read models: ${under.name}`, () => {
    let store: ModelStore;
    let epoch = 0;

    const commit = (change: Partial<Commit>): Promise<void> =>
      store.commit({
        model,
        epoch,
        from: null,
        to: 'p1',
        events: 1,
        puts: [],
        removals: [],
        entries: [],
        parks: [],
        unparks: [],
        ...change,
      });

    const rows = async (part: 'documents' | 'entries' = 'documents'): Promise<readonly Row[]> => {
      const found: Row[] = [];
      for await (const each of store.scan({ model, part, filter: everything })) found.push(each);
      return found;
    };

    beforeEach(async () => {
      store = await under.empty();
      await store.create(model, [{ sum: 1 }], [{ kind: 1 }]);
      ({ epoch } = await store.acquire(model, 'runner-1'));
    });

    afterAll(() => under.close());

    it('begins a model at no position, and does not begin it anew', async () => {
      expect(await store.checkpoints()).toMatchObject([
        { model, position: null, events: 0, epoch: 1, owner: 'runner-1' },
      ]);
      await commit({ puts: [row('a')] });
      await store.create(model, [{ sum: 1 }], []);
      expect(await store.checkpoints()).toMatchObject([{ position: 'p1', events: 1 }]);
      expect(await rows()).toHaveLength(1);
    });

    it('commits documents, entries, parked events and the checkpoint together', async () => {
      await commit({
        puts: [row('a', { sum: 1 }), row('b')],
        entries: [row('p1', { kind: 'k' })],
        parks: [parked('p1')],
        events: 3,
      });
      expect(await rows()).toEqual([row('a', { sum: 1 }), row('b')]);
      expect(await rows('entries')).toEqual([row('p1', { kind: 'k' })]);
      expect(await store.parked(model)).toEqual([parked('p1')]);
      expect(await store.checkpoints()).toMatchObject([{ position: 'p1', events: 3 }]);
    });

    it('replaces and removes documents', async () => {
      await commit({ puts: [row('a', { sum: 1, gone: true }), row('b')] });
      await commit({ from: 'p1', to: 'p2', puts: [row('a', { sum: 2 })], removals: ['b'] });
      expect(await rows()).toEqual([row('a', { sum: 2 })]);
    });

    it('adds documents that were not there, and replaces one that is there all the same', async () => {
      await commit({ additions: [row('a', { sum: 1, gone: true }), row('b')] });
      await commit({ from: 'p1', to: 'p2', additions: [row('a', { sum: 2 }), row('c')], puts: [row('b', { sum: 3 })] });
      expect(await rows()).toEqual([row('a', { sum: 2 }), row('b', { sum: 3 }), row('c')]);
    });

    it('writes the commits of several models together, or none of them', async () => {
      const other = 'other@1';
      await store.create(other, [], []);
      const { epoch: otherEpoch } = await store.acquire(other, 'runner-1');
      const nothing = { removals: [], entries: [], parks: [], unparks: [] };
      const ours: Commit = { model, epoch, from: null, to: 'p1', events: 1, puts: [row('a')], ...nothing };
      const theirs: Commit = { ...ours, model: other, epoch: otherEpoch };
      await expect(store.commit(ours, { ...theirs, epoch: otherEpoch - 1 })).rejects.toThrow(FencedOff);
      expect(await rows()).toEqual([]);
      await store.commit(ours, theirs);
      expect(await rows()).toEqual([row('a')]);
      expect(await store.load(other, ['a'])).toEqual(new Map([['a', row('a')]]));
      expect((await store.checkpoints()).map(({ position }) => position)).toEqual(['p1', 'p1']);
    });

    it('refuses a commit of an older epoch, whole', async () => {
      await store.acquire(model, 'runner-2');
      await expect(commit({ puts: [row('a')], parks: [parked('p1')] })).rejects.toThrow(FencedOff);
      expect(await rows()).toEqual([]);
      expect(await store.parked()).toEqual([]);
      expect(await store.checkpoints()).toMatchObject([{ position: null, owner: 'runner-2' }]);
    });

    it('refuses a commit from another position, so that nothing is taken in twice', async () => {
      await commit({ puts: [row('a')] });
      await expect(commit({ puts: [row('a')] })).rejects.toThrow(FencedOff);
      await expect(commit({ from: 'p7', to: 'p8' })).rejects.toThrow(FencedOff);
    });

    it('lets one of two commits from the same position happen', async () => {
      const both = await Promise.allSettled([commit({ puts: [row('a')] }), commit({ puts: [row('b')] })]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await rows()).toHaveLength(1);
    });

    it('says of a document that it can never be stored, and stores nothing of its commit', async () => {
      const large = row('b', { text: 'x'.repeat(17 * 1024 * 1024) });
      await expect(commit({ puts: [row('a'), large] })).rejects.toThrow(Unstorable);
      expect(await rows()).toEqual([]);
    });

    it('leaves out fields that have no value', async () => {
      await commit({ puts: [row('a', { sum: undefined, other: null })] });
      expect((await store.get(model, 't1', 'a'))?.['other']).toBeNull();
      expect(JSON.stringify(await store.get(model, 't1', 'a'))).not.toContain('sum');
    });

    it('loads the documents that are there', async () => {
      await commit({ puts: [row('a'), row('b')] });
      expect([...(await store.load(model, ['a', 'c'])).keys()]).toEqual(['a']);
      expect((await store.load(model, [])).size).toBe(0);
    });

    it('tells nothing of one tenant to another', async () => {
      await commit({ puts: [row('a', {}, 't2')] });
      expect(await store.get(model, 't1', 'a')).toBeNull();
      expect(await store.get(model, 't2', 'a')).not.toBeNull();
      const found = { model, part: 'documents', tenantId: 't1', filter: everything, sort: [], limit: 10 } as const;
      expect(await store.find(found)).toEqual([]);
      expect(await store.count(found, 1_000)).toBe(0);
    });

    it('finds rows without fields that are not wanted', async () => {
      await commit({ puts: [row('a', { kept: { long: 'story' }, sum: 1 })] });
      const all = { model, part: 'documents', tenantId: 't1', filter: everything, sort: [], limit: 10 } as const;
      const [whole] = await store.find(all);
      const [found] = await store.find({ ...all, without: ['kept', 'unknown'] });
      expect(whole).toEqual({ ...found, kept: { long: 'story' } });
      expect(found).not.toHaveProperty('kept');
    });

    it('counts no further than asked', async () => {
      await commit({ puts: ['a', 'b', 'c'].map((id) => row(id)) });
      const all = { model, part: 'documents', tenantId: 't1', filter: everything } as const;
      expect(await store.count({ ...all, limit: 2 }, 1_000)).toBe(2);
      expect(await store.count({ ...all, limit: 9 }, 1_000)).toBe(3);
    });

    it('keeps parked events in log order and lets them go with the commit that takes them in', async () => {
      await commit({ parks: [parked('p3', 'b'), parked('p1'), parked('p2')] });
      expect((await store.parked(model)).map(({ position }) => position)).toEqual(['p1', 'p2', 'p3']);
      expect(await store.parkedCounts()).toEqual(new Map([[model, 3]]));
      await commit({ from: 'p1', to: 'p1', unparks: [`${model}/p1`], settles: { ...request, state: 'done' } });
      expect((await store.parked(model)).map(({ position }) => position)).toEqual(['p2', 'p3']);
      expect(await store.interventions({ open: false })).toMatchObject([{ state: 'done' }]);
    });

    it('takes a commit that does not move the checkpoint again, as after a lost answer, and has it once', async () => {
      await commit({ puts: [row('a')], parks: [parked('p0')] });
      const late = {
        from: 'p1',
        events: 0,
        puts: [row('a', { sum: 2 })],
        entries: [row('p0', { kind: 'late' })],
        unparks: [`${model}/p0`],
      };
      await commit(late);
      await commit(late);
      expect(await rows()).toEqual([row('a', { sum: 2 })]);
      expect(await rows('entries')).toEqual([row('p0', { kind: 'late' })]);
      expect(await store.parked()).toEqual([]);
    });

    it('puts entries where they are to stand, and adds none that are not there', async () => {
      await commit({ entries: [row('p0', { kind: 'k' }), row('p1')] });
      const moves = [
        { id: 'p0', position: 'p1+later' },
        { id: 'p7', position: 'p1+latest' },
      ];
      await commit({ from: 'p1', moves });
      expect(await rows('entries')).toEqual([
        { ...row('p0', { kind: 'k' }), _position: 'p1+later', _late: true },
        row('p1'),
      ]);
    });

    it('keeps what people asked for and what became of it', async () => {
      await store.record(request);
      expect(await store.interventions({ open: true })).toEqual([request]);
      await store.record({ ...request, state: 'done', outcome: 'released' });
      expect(await store.interventions({ open: true })).toEqual([]);
      expect(await store.interventions({ open: false })).toMatchObject([{ state: 'done', outcome: 'released' }]);
    });

    it('makes another model live and drops the one that is not', async () => {
      await store.makeLive('tally', model);
      await store.create('tally@2', [], []);
      await expect(store.drop(model)).rejects.toThrow('is live');
      await store.makeLive('tally', 'tally@2');
      expect(await store.aliases()).toEqual(new Map([['tally', 'tally@2']]));
      await commit({ parks: [parked('p1')] });
      await store.drop(model);
      expect((await store.checkpoints()).map((checkpoint) => checkpoint.model)).toEqual(['tally@2']);
      expect(await store.parked()).toEqual([]);
    });
  });
};
