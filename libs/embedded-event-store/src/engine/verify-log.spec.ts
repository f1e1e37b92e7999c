import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { append, proposed } from '../testing/events';
import { openScratchEngine } from '../testing/open-engine';
import { scratchFolder } from '../testing/scratch-folder';
import { verifyLog } from './verify-log';

const SEGMENT = '00000000000000000000.log';

/** A log of three groups of two records each; returns its file and where the groups end. */
const sixRecords = async () => {
  const folder = scratchFolder();
  const engine = await openScratchEngine({ folder });
  const ends: number[] = [];
  for (let n = 0; n < 3; n++) {
    await append(engine, 'referral-1', [proposed('Received'), proposed('Accepted')]);
    ends.push(engine.end());
  }
  const found = await engine.verify();
  await engine.close();
  return { folder, file: join(folder, SEGMENT), ends, found };
};

/** What is found in a folder whose only file is a changed copy of another. */
const verifiedWith = (file: string, change: (copy: string) => void) => {
  const folder = scratchFolder();
  const copy = join(folder, SEGMENT);
  copyFileSync(file, copy);
  change(copy);
  return verifyLog(folder);
};

const flipBit = (file: string, at: number): void => {
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0x04, at);
  writeFileSync(file, bytes);
};

describe('the walk over a log', () => {
  it('counts what is there, while the store is open and when it is not', async () => {
    const { folder, ends, found } = await sixRecords();
    expect(found).toEqual({ segments: 1, events: 6, streams: 1, end: ends[2], unfinishedBytes: 0 });
    expect(await verifyLog(folder)).toEqual(found);
  });

  it('finds every changed bit, and names the first record that is not what was written', async () => {
    const { file, ends } = await sixRecords();
    const [first = 0, second = 0, third = 0] = ends;
    for (let at = 0; at < third; at += 13)
      await expect(verifiedWith(file, (copy) => flipBit(copy, at))).rejects.toThrow('The event log is damaged');
    await expect(verifiedWith(file, (copy) => flipBit(copy, first + 60))).rejects.toThrow(
      /record 3 of the log, the one behind 1@referral-1, at byte \d+ of/,
    );
    await expect(verifiedWith(file, (copy) => flipBit(copy, second - 9))).rejects.toThrow('record 4 of the log');
  });

  it('finds records that were taken out or written twice, though each is whole', async () => {
    const { file, ends } = await sixRecords();
    const [first = 0, second = 0] = ends;
    const bytes = readFileSync(file);
    const without = Buffer.concat([bytes.subarray(0, first), bytes.subarray(second)]);
    const twice = Buffer.concat([bytes.subarray(0, second), bytes.subarray(first)]);
    for (const changed of [without, twice])
      await expect(verifiedWith(file, (copy) => writeFileSync(copy, changed))).rejects.toThrow('record');
  });

  it('tells an unfinished write at the end from damage', async () => {
    const { file, ends } = await sixRecords();
    const [, second = 0, third = 0] = ends;
    expect(await verifiedWith(file, (copy) => truncateSync(copy, third - 5))).toMatchObject({
      events: 4,
      end: second,
      unfinishedBytes: third - 5 - second,
    });
  });

  it('finds that a segment is missing', async () => {
    const { file } = await sixRecords();
    const folder = scratchFolder();
    copyFileSync(file, join(folder, '00000000000000004096.log'));
    await expect(verifyLog(folder)).rejects.toThrow('a segment is missing');
  });
});
