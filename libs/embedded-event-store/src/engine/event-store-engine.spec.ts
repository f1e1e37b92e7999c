import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { append, allData, brief, contents, proposed, setMetadata } from '../testing/events';
import { openScratchEngine } from '../testing/open-engine';
import { scratchFolder } from '../testing/scratch-folder';
import { openEngine } from './event-store-engine';

describe('a stream', () => {
  it('shows its events in order, from either end', async () => {
    const engine = await openScratchEngine();
    await append(engine, 'referral-1', [proposed('Received'), proposed('Accepted'), proposed('Closed')]);
    const read = engine.readStream({ stream: 'referral-1', direction: 'backwards', from: 1, maxCount: 9 });
    expect(contents(engine, 'referral-1')).toEqual([
      '0@referral-1 Received',
      '1@referral-1 Accepted',
      '2@referral-1 Closed',
    ]);
    expect(read.kind === 'found' && brief(read.pages)).toEqual(['1@referral-1 Accepted', '0@referral-1 Received']);
  });

  it('has one winner among writers that expect the same revision', async () => {
    const engine = await openScratchEngine();
    await append(engine, 'referral-1', [proposed('Received')]);
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => append(engine, 'referral-1', [proposed('Accepted')], 0)),
    );
    expect(outcomes.filter(({ kind }) => kind === 'written')).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === 'wrong-version')).toHaveLength(9);
  });

  it('takes the same append twice at once only once', async () => {
    const engine = await openScratchEngine();
    const event = proposed('Received');
    const outcomes = await Promise.all([append(engine, 'referral-1', [event]), append(engine, 'referral-1', [event])]);
    expect(outcomes.map((outcome) => outcome.kind === 'written' && outcome.revision)).toEqual([0, 0]);
    expect(contents(engine, 'referral-1')).toHaveLength(1);
  });

  it('shows only what its metadata leaves to be seen', async () => {
    const engine = await openScratchEngine();
    await append(
      engine,
      'counted',
      [1, 2, 3, 4].map((n) => proposed(`Event${n}`)),
    );
    await setMetadata(engine, 'counted', { $maxCount: 2 });
    expect(contents(engine, 'counted')).toEqual(['2@counted Event3', '3@counted Event4']);
    await setMetadata(engine, 'counted', { $tb: 3 });
    expect(contents(engine, 'counted')).toEqual(['3@counted Event4']);
    await setMetadata(engine, 'counted', { $tb: 100 });
    expect(contents(engine, 'counted')).toEqual([]);
  });

  it('forgets events that are older than its metadata allows', async () => {
    let now = 1_000_000;
    const engine = await openScratchEngine({ now: () => now });
    await setMetadata(engine, 'aged', { $maxAge: 60 });
    await append(engine, 'aged', [proposed('Old')]);
    now += 60_001;
    await append(engine, 'aged', [proposed('New')]);
    expect(contents(engine, 'aged')).toEqual(['1@aged New']);
  });
});

describe('a deleted stream', () => {
  it('is not found until it is written again, and goes on where it was', async () => {
    const engine = await openScratchEngine();
    await append(engine, 'referral-1', [proposed('Received'), proposed('Accepted')]);
    await engine.write({ kind: 'delete', stream: 'referral-1', expected: 1 });
    expect(contents(engine, 'referral-1')).toBe('not-found');
    await append(engine, 'referral-1', [proposed('Reborn')], 'no_stream');
    expect(contents(engine, 'referral-1')).toEqual(['2@referral-1 Reborn']);
  });

  it('comes back through new metadata, too', async () => {
    const engine = await openScratchEngine();
    await append(engine, 'referral-1', [proposed('Received')]);
    await engine.write({ kind: 'delete', stream: 'referral-1', expected: 'any' });
    await setMetadata(engine, 'referral-1', { note: 'x' });
    expect(contents(engine, 'referral-1')).toEqual([]);
  });

  it('is refused to be deleted when it was never there', async () => {
    const engine = await openScratchEngine();
    expect(await engine.write({ kind: 'delete', stream: 'nothing', expected: 'any' })).toEqual({
      kind: 'wrong-version',
      current: -1,
    });
  });

  it('is deleted and written again in one group commit as in two', async () => {
    const engine = await openScratchEngine();
    await append(engine, 'referral-1', [proposed('Received')]);
    await setMetadata(engine, 'referral-1', { $maxCount: 9 });
    await Promise.all([
      engine.write({ kind: 'delete', stream: 'referral-1', expected: 'any' }),
      append(engine, 'referral-1', [proposed('Reborn')]),
    ]);
    expect(contents(engine, 'referral-1')).toEqual(['1@referral-1 Reborn']);
    expect(allData(engine).at(-1)).toBe('{"$tb":1}');
  });
});

describe('a tombstoned stream', () => {
  it('has ended for readers and writers', async () => {
    const engine = await openScratchEngine();
    await append(engine, 'referral-1', [proposed('Received')]);
    await engine.write({ kind: 'tombstone', stream: 'referral-1', expected: 0 });
    expect(contents(engine, 'referral-1')).toBe('tombstoned');
    expect(contents(engine, '$$referral-1')).toBe('tombstoned');
    expect(await append(engine, 'referral-1', [proposed('Late')])).toEqual({ kind: 'stream-deleted' });
    expect(await setMetadata(engine, 'referral-1', {})).toEqual({ kind: 'stream-deleted' });
  });
});

describe('the log', () => {
  it('keeps everything over a restart, in the same order and at the same positions', async () => {
    const folder = scratchFolder();
    const before = await openEngine({ folder, warn: () => undefined, segmentBytes: 2000 });
    for (let n = 0; n < 30; n++)
      await append(before, `referral-${n % 3}`, [proposed('Received', { n }), proposed('Accepted', { n })]);
    const data = allData(before);
    const end = before.end();
    await before.close();
    const after = await openScratchEngine({ folder, segmentBytes: 2000 });
    expect(allData(after)).toEqual(data);
    expect(after.end()).toBe(end);
    expect(contents(after, 'referral-1')).toHaveLength(20);
  });

  it('knows a repeated append after a restart', async () => {
    const folder = scratchFolder();
    const event = proposed('Received', {}, randomUUID());
    const before = await openEngine({ folder, warn: () => undefined });
    const first = await append(before, 'referral-1', [event]);
    await before.close();
    const after = await openScratchEngine({ folder });
    expect(await append(after, 'referral-1', [event])).toEqual(first);
    expect(await append(after, 'referral-1', [event], 'no_stream')).toEqual(first);
    expect(contents(after, 'referral-1')).toHaveLength(1);
  });

  it('reads across segments in both directions', async () => {
    const engine = await openScratchEngine({ segmentBytes: 500 });
    for (let n = 0; n < 20; n++) await append(engine, 'referral-1', [proposed('Received', { n })]);
    const forwards = brief(engine.readAll({ direction: 'forwards', from: 0, maxCount: 100 }));
    const backwards = brief(engine.readAll({ direction: 'backwards', from: Number.POSITIVE_INFINITY, maxCount: 100 }));
    expect(forwards).toHaveLength(20);
    expect(backwards).toEqual([...forwards].reverse());
  });

  it('refuses an append whose deadline passed before its turn', async () => {
    const engine = await openScratchEngine({ now: () => 5000 });
    const write = (deadline: number) =>
      engine.write({ kind: 'append', stream: 'referral-1', expected: 'any', events: [proposed('Received')], deadline });
    expect(await write(4999)).toEqual({ kind: 'timed-out' });
    expect((await write(5000)).kind).toBe('written');
  });
});
