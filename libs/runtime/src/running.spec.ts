import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { announceRunning, findRunning, retractRunning } from './running';

describe('a running system', () => {
  let folder: string;
  const system = {
    url: 'http://127.0.0.1:3000',
    EVENTSTORE_URL: 'esdb://x',
    MONGODB_URL: 'mongodb://x',
    pid: process.pid,
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'running-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('is found on its data folder by its owner alone, and not any more once it has stopped', () => {
    expect(findRunning(folder)).toBeNull();
    announceRunning(folder, system);
    expect(findRunning(folder)).toEqual(system);
    expect(statSync(join(folder, 'running.json')).mode & 0o777).toBe(0o600);
    retractRunning(folder, process.pid + 1);
    expect(findRunning(folder)).toEqual(system);
    retractRunning(folder, process.pid);
    expect(findRunning(folder)).toBeNull();
  });

  it('is not believed in when its process has ended or what it left cannot be read', () => {
    announceRunning(folder, { ...system, pid: 2 ** 22 + 1 });
    expect(findRunning(folder)).toBeNull();
    writeFileSync(join(folder, 'running.json'), '{ "url":');
    expect(findRunning(folder)).toBeNull();
  });
});
