import type { LogPosition } from '@referral/eventsourcing';
import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isAfter } from '../store/position';
import type { Verification } from './verify-log';

/** The head of the log as it was when it was last verified, written down outside the log. */
export interface Anchor {
  readonly position: LogPosition;
  /** Events up to there. */
  readonly events: number;
  /** Over the heads of all streams up to there. */
  readonly digest: string;
}

const nameOf = (number: number): string => `${String(number).padStart(8, '0')}.json`;

/**
 * Anchors in a folder, one file each, numbered. A file is never written again: it appears whole and durable under its number or not at
 * all, and of two writers one is told that the other was first.
 */
export class HeadAnchor {
  private readonly folder: string;

  constructor(dataDirectory: string) {
    this.folder = join(dataDirectory, 'anchors');
  }

  /** The newest anchor; `null` when there is none. Throws when its file is damaged. */
  async last(): Promise<Anchor | null> {
    const number = await this.newest();
    return number === 0 ? null : parse(await readFile(join(this.folder, nameOf(number)), 'utf8'));
  }

  /** Writes down what a verification found. Refuses a log that is not intact, and one that ends before the last anchor. */
  async write({ intact, position, events, digest }: Verification): Promise<void> {
    if (!intact || !position) throw new TypeError('only the head of an intact log is anchored');
    const last = await this.last();
    if (last && isAfter(last.position, position)) throw new TypeError('the log ends before its last anchor');
    const number = (await this.newest()) + 1;
    const text = JSON.stringify({ position: texts(position), events, digest });
    await this.publish(nameOf(number), `${text}\n`);
  }

  private async newest(): Promise<number> {
    const names = await readdir(this.folder).catch((error: unknown) => {
      if (isMissing(error)) return [];
      throw error;
    });
    return Math.max(0, ...names.filter((name) => /^\d{8}\.json$/.test(name)).map((name) => Number.parseInt(name, 10)));
  }

  private async publish(name: string, text: string): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const own = join(this.folder, `${randomUUID()}.new`);
    const file = await open(own, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
      await link(own, join(this.folder, name));
    } finally {
      await file.close();
      await rm(own);
    }
    const folder = await open(this.folder);
    await folder.sync();
    await folder.close();
  }
}

const texts = ({ commit, prepare }: LogPosition) => ({ commit: String(commit), prepare: String(prepare) });

const parse = (text: string): Anchor => {
  const { position, events, digest } = JSON.parse(text) as {
    position: { commit: string; prepare: string };
    events: number;
    digest: string;
  };
  return { position: { commit: BigInt(position.commit), prepare: BigInt(position.prepare) }, events, digest };
};

const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
