import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { append, brief, contents, proposed, setMetadata } from '../testing/events';
import { openScratchEngine } from '../testing/open-engine';
import { scratchFolder } from '../testing/scratch-folder';
import type { EventStoreEngine } from './event-store-engine';
import { verifyLog } from './verify-log';

const everything = (engine: EventStoreEngine) =>
  brief(engine.readAll({ direction: 'forwards', from: 0, maxCount: Number.POSITIVE_INFINITY })).filter(
    (event) => !event.includes('@$$'),
  );

const appendMany = async (engine: EventStoreEngine, stream: string, count: number): Promise<void> => {
  for (let n = 0; n < count; n++) await append(engine, stream, [proposed(`T${n}`, { pad: 'x'.repeat(300) })]);
};

/** Two streams whose events lie between each other, over several segments. */
const withTwoStreams = async () => {
  const folder = scratchFolder();
  const engine = await openScratchEngine({ folder, segmentBytes: 4096 });
  for (let n = 0; n < 20; n++)
    for (const stream of ['kept', 'shortened']) await append(engine, stream, [proposed(`T${n}`, 'x'.repeat(300))]);
  return { folder, engine };
};

const diskText = (folder: string): string =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.log'))
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('');

describe('a scavenge', () => {
  it('takes from the disk what metadata hides, and leaves all else in its place', async () => {
    const { folder, engine } = await withTwoStreams();
    await setMetadata(engine, 'shortened', { $maxCount: 3 });
    const kept = contents(engine, 'kept');
    const position = engine.readAll({ direction: 'backwards', from: Number.POSITIVE_INFINITY, maxCount: 1 }).next();
    const report = await engine.scavenge();
    expect(report).toMatchObject({ removedEvents: 17 });
    expect(report.freedBytes).toBeGreaterThan(17 * 300);
    expect(contents(engine, 'kept')).toEqual(kept);
    expect(contents(engine, 'shortened')).toEqual(['17@shortened T17', '18@shortened T18', '19@shortened T19']);
    expect(everything(engine)).toHaveLength(23);
    expect(diskText(folder).split('shortened').length).toBeLessThan(8);
    expect(engine.readAll({ direction: 'backwards', from: Number.POSITIVE_INFINITY, maxCount: 1 }).next()).toEqual(
      position,
    );
    expect(await engine.verify()).toMatchObject({ events: engine.facts().events });
  });

  it('is the same store after a restart, to which more is appended', async () => {
    const { folder, engine } = await withTwoStreams();
    await setMetadata(engine, 'shortened', { $tb: 18 });
    await engine.scavenge();
    const [before, end] = [everything(engine), engine.end()];
    await engine.close();
    const again = await openScratchEngine({ folder, segmentBytes: 4096 });
    expect(everything(again)).toEqual(before);
    expect(again.end()).toBe(end);
    expect(await append(again, 'shortened', [proposed('More')], 19)).toMatchObject({ kind: 'written', revision: 20 });
    expect(contents(again, 'shortened')).toHaveLength(3);
    expect(await again.scavenge()).toMatchObject({ removedEvents: 0 });
    expect(await verifyLog(folder)).toMatchObject({ events: again.facts().events });
  });

  it('leaves a deleted stream its revisions, and an ended one nothing but its end', async () => {
    const { folder, engine } = await withTwoStreams();
    await engine.write({ kind: 'delete', stream: 'kept', expected: 'any' });
    await engine.write({ kind: 'tombstone', stream: 'shortened', expected: 'any' });
    expect(await engine.scavenge()).toMatchObject({ removedEvents: 39 });
    await engine.close();
    const again = await openScratchEngine({ folder, segmentBytes: 4096 });
    expect(contents(again, 'kept')).toBe('not-found');
    expect(contents(again, 'shortened')).toBe('tombstoned');
    expect(await append(again, 'kept', [proposed('Back')], 'no_stream')).toMatchObject({ revision: 20 });
    expect(contents(again, 'kept')).toEqual(['20@kept Back']);
  });

  it('takes what is too old, and what comes before it in its stream', async () => {
    let now = 1_000_000;
    const engine = await openScratchEngine({ now: () => now });
    await append(engine, 'aging', [proposed('Old'), proposed('Old')]);
    now += 60_000;
    await append(engine, 'aging', [proposed('New'), proposed('New')]);
    await setMetadata(engine, 'aging', { $maxAge: 30 });
    expect(await engine.scavenge()).toMatchObject({ removedEvents: 2 });
    expect(contents(engine, 'aging')).toEqual(['2@aging New', '3@aging New']);
  });

  it('goes on for readers and followers that are on their way', async () => {
    const { engine } = await withTwoStreams();
    const follower = engine.followStream('shortened', 0);
    const pages = engine.readAll({ direction: 'forwards', from: 0, maxCount: Number.POSITIVE_INFINITY });
    await setMetadata(engine, 'shortened', { $tb: 10 });
    const scavenging = engine.scavenge();
    await appendMany(engine, 'kept', 5);
    await scavenging;
    expect(follower?.next()).toHaveLength(10);
    expect(brief(pages).filter((event) => event.includes('@kept'))).toHaveLength(25);
  });

  it('that was cut off is begun again', async () => {
    const { folder, engine } = await withTwoStreams();
    const [first = ''] = readdirSync(folder).filter((name) => name.endsWith('.log'));
    copyFileSync(join(folder, first), join(folder, `${first}.unfinished`));
    await engine.close();
    const again = await openScratchEngine({ folder });
    expect(readdirSync(folder).filter((name) => name.endsWith('.unfinished'))).toEqual([]);
    expect(everything(again)).toHaveLength(40);
  });

  it('has checksums as any other part of the log', async () => {
    const { folder, engine } = await withTwoStreams();
    await setMetadata(engine, 'shortened', { $tb: 18 });
    await engine.scavenge();
    await engine.close();
    const path = join(folder, '00000000000000000000.log');
    const bytes = readFileSync(path);
    for (let at = 0; at < bytes.length; at += 41) {
      const damaged = Buffer.from(bytes);
      damaged.writeUInt8(damaged.readUInt8(at) ^ 1, at);
      writeFileSync(path, damaged);
      await expect(verifyLog(folder)).rejects.toThrow(/The event log is damaged: .* at byte \d+ of/);
      await expect(openScratchEngine({ folder })).rejects.toThrow('The event log is damaged');
    }
  });
});
