import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';

const made: string[] = [];

afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A new, empty folder that is removed after the suite. */
export const scratchFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'event-store-engine-'));
  made.push(folder);
  return folder;
};
