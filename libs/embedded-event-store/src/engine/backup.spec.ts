import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { allData, append, proposed, setMetadata } from '../testing/events';
import { openScratchEngine } from '../testing/open-engine';
import { scratchFolder } from '../testing/scratch-folder';
import { restore } from './restore';

const withEvents = async (count: number) => {
  const folder = scratchFolder();
  const engine = await openScratchEngine({ folder, segmentBytes: 4096 });
  for (let n = 0; n < count; n++) await append(engine, `referral-${n % 7}`, [proposed('Received', n)]);
  return { folder, engine };
};

describe('a backup', () => {
  it('that is taken while appends go on restores to everything that was there before', async () => {
    const { engine } = await withEvents(100);
    const before = allData(engine);
    const [backup, target] = [join(scratchFolder(), 'backup'), join(scratchFolder(), 'restored')];
    const taking = engine.backup(backup);
    for (let n = 0; n < 50; n++) await append(engine, 'referral-8', [proposed('Received', `later ${n}`)]);
    const report = await taking;
    expect(await restore(backup, target)).toEqual(report);
    const restored = allData(await openScratchEngine({ folder: target }));
    expect(restored.slice(0, 100)).toEqual(before);
    expect(allData(engine).slice(0, restored.length)).toEqual(restored);
  });

  it('holds scavenged segments, and the users', async () => {
    const { folder, engine } = await withEvents(60);
    await setMetadata(engine, 'referral-1', { $maxCount: 1 });
    await engine.scavenge();
    writeFileSync(join(folder, 'users.json'), '{"users":{}}');
    const [backup, target] = [join(scratchFolder(), 'backup'), join(scratchFolder(), 'restored')];
    await engine.backup(backup);
    await restore(backup, target);
    expect(allData(await openScratchEngine({ folder: target }))).toEqual(allData(engine));
    expect(readFileSync(join(target, 'users.json'), 'utf8')).toBe('{"users":{}}');
  });

  it('is not written over anything, and leaves nothing over when it fails', async () => {
    const { engine } = await withEvents(1);
    const to = scratchFolder();
    writeFileSync(join(to, 'somebody'), 'else');
    await expect(engine.backup(to)).rejects.toThrow('is not empty');
    const blocked = join(scratchFolder(), 'blocked');
    writeFileSync(blocked, '');
    await expect(engine.backup(join(blocked, 'backup'))).rejects.toThrow('ENOTDIR');
    expect(existsSync(`${to}.unfinished`)).toBe(false);
  });

  it('of which a byte was changed or a file is missing is not restored', async () => {
    const { engine } = await withEvents(40);
    const backup = join(scratchFolder(), 'backup');
    await engine.backup(backup);
    const target = join(scratchFolder(), 'restored');
    for (const name of readdirSync(backup).filter((file) => file.endsWith('.log'))) {
      const bytes = readFileSync(join(backup, name));
      const damaged = Buffer.from(bytes);
      damaged.writeUInt8(damaged.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
      writeFileSync(join(backup, name), damaged);
      await expect(restore(backup, target)).rejects.toThrow(`${name} is not the file that was written`);
      writeFileSync(join(backup, name), bytes);
    }
    expect(existsSync(target)).toBe(false);
    await expect(restore(scratchFolder(), target)).rejects.toThrow('is no backup');
  });

  it('is restored into an empty folder only', async () => {
    const { folder, engine } = await withEvents(3);
    const backup = join(scratchFolder(), 'backup');
    await engine.backup(backup);
    await expect(restore(backup, folder)).rejects.toThrow('is not empty');
    const empty = join(scratchFolder(), 'empty');
    mkdirSync(empty);
    await restore(backup, empty);
    expect(allData(await openScratchEngine({ folder: empty }))).toHaveLength(3);
  });
});
