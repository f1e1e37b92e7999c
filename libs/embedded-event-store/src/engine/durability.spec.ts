import { closeSync, copyFileSync, readdirSync, readFileSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { allData, append, proposed } from '../testing/events';
import { scratchFolder } from '../testing/scratch-folder';
import { openEngine } from './event-store-engine';
import { LogCorruption } from './log-corruption';
import type { WriteAt } from './segment-file';
import { WriteRefused, WriterStopped } from './writer';

/** A log with `count` frames of one event each; returns its only file and the places where its frames end. */
const writtenLog = async (count: number): Promise<{ readonly file: string; readonly ends: readonly number[] }> => {
  const folder = scratchFolder();
  const engine = await openEngine({ folder, warn: () => undefined });
  const ends: number[] = [];
  for (let n = 0; n < count; n++) {
    await append(engine, 'referral-1', [proposed('Received', n)]);
    ends.push(engine.end());
  }
  await engine.close();
  const [name = ''] = readdirSync(folder).filter((entry) => entry.endsWith('.log'));
  return { file: join(folder, name), ends };
};

/** What a store holds whose only file is a changed copy of another. */
const openedWith = async (file: string, change: (copy: string) => void) => {
  const folder = scratchFolder();
  const copy = join(folder, '00000000000000000000.log');
  copyFileSync(file, copy);
  change(copy);
  const warnings: string[] = [];
  const engine = await openEngine({ folder, warn: (message) => warnings.push(message) });
  const data = allData(engine);
  const next = await append(engine, 'referral-1', [proposed('Received', 'next')], data.length - 1);
  const after = allData(engine);
  await engine.close();
  return { data, next, after, warnings };
};

const flipBit = (file: string, at: number): void => {
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0x10, at);
  writeFileSync(file, bytes);
};

describe('a log whose last write was cut off', () => {
  it('drops that write alone, wherever it was cut, and goes on', async () => {
    const { file, ends } = await writtenLog(3);
    const [, second = 0, third = 0] = ends;
    for (let length = second; length < third; length++) {
      const { data, next, after, warnings } = await openedWith(file, (copy) => truncateSync(copy, length));
      expect(data).toEqual(['0', '1']);
      expect(next.kind).toBe('written');
      expect(after).toEqual(['0', '1', '"next"']);
      expect(warnings).toHaveLength(length === second ? 0 : 1);
    }
  });

  it('drops pages that never reached the disk', async () => {
    const { file, ends } = await writtenLog(2);
    const [first = 0] = ends;
    const { data } = await openedWith(file, (copy) => {
      const bytes = readFileSync(copy);
      bytes.fill(0, first + 40);
      writeFileSync(copy, bytes);
    });
    expect(data).toEqual(['0']);
  });

  it('starts anew where not even the first segment was finished', async () => {
    const { file } = await writtenLog(1);
    const { data } = await openedWith(file, (copy) => truncateSync(copy, 7));
    expect(data).toEqual([]);
  });
});

describe('a log with a changed bit', () => {
  it('is refused with the file and the place, whatever bit of the middle it is', async () => {
    const { file, ends } = await writtenLog(3);
    const [first = 0, second = 0] = ends;
    for (let at = first; at < second; at++) {
      const opening = openedWith(file, (copy) => flipBit(copy, at));
      await expect(opening).rejects.toBeInstanceOf(LogCorruption);
      await expect(opening).rejects.toThrow(`at byte ${first} of`);
    }
  });

  it('is refused when the bit is in the last write, of which all bytes are there', async () => {
    const { file, ends } = await writtenLog(2);
    const [first = 0, last = 0] = ends;
    for (let at = first + 12; at < last; at++)
      await expect(openedWith(file, (copy) => flipBit(copy, at))).rejects.toBeInstanceOf(LogCorruption);
  });

  it('is refused when its last write was cut off as well', async () => {
    const { file, ends } = await writtenLog(4);
    const [first = 0, , third = 0] = ends;
    const opening = openedWith(file, (copy) => {
      flipBit(copy, first + 30);
      const bytes = readFileSync(copy);
      bytes.fill(0, third + 40);
      writeFileSync(copy, bytes);
    });
    await expect(opening).rejects.toThrow(`at byte ${first} of`);
  });

  it('is refused when it lacks a segment', async () => {
    const folder = scratchFolder();
    const { file } = await writtenLog(1);
    copyFileSync(file, join(folder, '00000000000000004096.log'));
    await expect(openEngine({ folder, warn: () => undefined })).rejects.toThrow('segment');
  });

  it('never serves an event that was changed while the store was running', async () => {
    const folder = scratchFolder();
    const engine = await openEngine({ folder, warn: () => undefined });
    await append(engine, 'referral-1', [proposed('Received', 'right')]);
    flipBit(join(folder, '00000000000000000000.log'), engine.end() - 20);
    expect(() => allData(engine)).toThrow(LogCorruption);
    await engine.close();
  });
});

describe('a writer whose disk fails', () => {
  it('acknowledges nothing any more, and keeps what it acknowledged before', async () => {
    const folder = scratchFolder();
    const warnings: string[] = [];
    let failing = false;
    const sync = (): Promise<void> =>
      failing ? Promise.reject(new Error('EIO: i/o error, fdatasync')) : Promise.resolve();
    const engine = await openEngine({ folder, warn: (message) => warnings.push(message), sync });
    await append(engine, 'referral-1', [proposed('Received', 'kept')]);
    failing = true;
    const waiting = [1, 2, 3].map((n) => append(engine, 'referral-1', [proposed('Received', n)]));
    expect((await Promise.allSettled(waiting)).map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
      'rejected',
    ]);
    failing = false;
    await expect(append(engine, 'referral-1', [proposed('Received', 'late')])).rejects.toBeInstanceOf(WriterStopped);
    expect(allData(engine)).toEqual(['"kept"']);
    expect(warnings).toEqual([expect.stringContaining('restarted')]);
    await engine.close();
    const again = await openEngine({ folder, warn: () => undefined });
    expect(allData(again)[0]).toBe('"kept"');
    expect((await append(again, 'referral-1', [proposed('Received', 'new')])).kind).toBe('written');
    await again.close();
  });
});

describe('a disk without room', () => {
  const noRoom = (): Error => Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });

  it('refuses appends and goes on by itself when there is room again, though a part was written', async () => {
    const folder = scratchFolder();
    const warnings: string[] = [];
    let isFull = false;
    const write: WriteAt = (file, bytes, at) => {
      writeSync(file, bytes, 0, isFull ? bytes.length >> 1 : bytes.length, at);
      if (isFull) throw noRoom();
    };
    const engine = await openEngine({ folder, warn: (message) => warnings.push(message), write });
    await append(engine, 'referral-1', [proposed('Received', 'kept')]);
    isFull = true;
    for (const n of [1, 2])
      await expect(append(engine, 'referral-1', [proposed('Received', n)])).rejects.toBeInstanceOf(WriteRefused);
    expect(allData(engine)).toEqual(['"kept"']);
    isFull = false;
    expect(await append(engine, 'referral-1', [proposed('Received', 'after')], 0)).toMatchObject({ revision: 1 });
    expect(warnings).toEqual([expect.stringContaining('no room')]);
    await engine.close();
    const again = await openEngine({ folder, warn: (message) => warnings.push(message) });
    expect(allData(again)).toEqual(['"kept"', '"after"']);
    expect(warnings).toHaveLength(1);
    await again.close();
  });

  it('stops the writer when nobody knows how much was written', async () => {
    const write: WriteAt = (file) => {
      closeSync(file);
      throw noRoom();
    };
    const engine = await openEngine({ folder: scratchFolder(), warn: () => undefined, write });
    await expect(append(engine, 'referral-1', [proposed('Received')])).rejects.toBeInstanceOf(WriterStopped);
    await expect(append(engine, 'referral-1', [proposed('Received')])).rejects.toBeInstanceOf(WriterStopped);
  });
});
