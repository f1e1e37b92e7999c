import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { segmentBase } from './log-format';

/** The segment files of a folder in log order. */
export const listSegments = (folder: string): readonly { readonly base: number; readonly path: string }[] =>
  readdirSync(folder)
    .flatMap((name) => {
      const base = segmentBase(name);
      return base === undefined ? [] : [{ base, path: join(folder, name) }];
    })
    .sort((one, other) => one.base - other.base);
