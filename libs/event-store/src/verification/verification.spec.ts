import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InMemoryPatientKeys } from '../keys/in-memory-patient-keys';
import { InMemoryEventStore } from '../store/in-memory-event-store';
import type { StoredEvent } from '../store/event-store';
import { caseFiles } from '../testing/case-files';
import { collect } from '../testing/collect';
import { disclosed, undisclosed } from './disclosure';
import { toExportLine, toManifestLine } from './export-lines';
import { HeadAnchor } from './head-anchor';
import { verifyExport } from './verify-export';
import { verifyLog } from './verify-log';
import { verifyStream } from './verify-stream';

let store: InMemoryEventStore;
let keys: InMemoryPatientKeys;
let folder: string;
const folders: string[] = [];

beforeEach(async () => {
  store = new InMemoryEventStore();
  keys = new InMemoryPatientKeys();
  const files = caseFiles(store, { keys });
  for (const id of ['1', '2', '3']) await files.open(id);
  for (const id of ['3', '1', '2']) await files.close(id);
  folder = await mkdtemp(join(tmpdir(), 'verification-'));
  folders.push(folder);
});

afterAll(async () => {
  for (const made of folders) await rm(made, { recursive: true });
});

const logOf = (events: readonly StoredEvent[]) => ({
  async *readAll() {
    await Promise.resolve();
    yield* events;
  },
});

const exported = async (events: readonly StoredEvent[]): Promise<string> => {
  const file = join(folder, 'export.ndjson');
  const last = events.at(-1);
  const { hash } = last?.metadata as { readonly hash: string };
  const manifest = toManifestLine({ streamId: last?.streamId ?? '', events: events.length, hash });
  await writeFile(file, [...events.map(lineOf), manifest].join('\n'));
  return file;
};

/** An event with its ciphertext disclosed. */
const lineOf = (event: StoredEvent): string =>
  toExportLine(event, { disclosed: disclosed(event.data, {}) as Record<string, unknown>, counts: true });

describe('Verifying the log', () => {
  it('finds an untouched log intact and tells its size', async () => {
    const position = await store.head();
    expect(await verifyLog(store)).toMatchObject({ intact: true, events: 9, streams: 3, position });
  });

  it('still verifies after a key was destroyed', async () => {
    await keys.destroy({ tenantId: 'clinic', ownerId: 'patient of 1' });
    expect(await verifyLog(store)).toMatchObject({ intact: true, events: 9 });
  });

  it('finds every way to change any event', async () => {
    const events = await collect(store.readAll());
    const metadataOf = (event: StoredEvent) => event.metadata as Record<string, unknown>;
    const changes: ((event: StoredEvent) => StoredEvent)[] = [
      (event) => ({ ...event, data: { ...(event.data as object), added: 1 } }),
      (event) => ({ ...event, data: JSON.stringify(event.data) }),
      (event) => ({ ...event, type: 'Other' }),
      (event) => ({ ...event, id: '00000000-0000-4000-8000-000000000000' }),
      (event) => ({ ...event, revision: event.revision + 1n }),
      (event) => ({ ...event, metadata: { ...metadataOf(event), recordedAt: '2020-01-01T00:00:00.000Z' } }),
      (event) => ({ ...event, metadata: { ...metadataOf(event), prevHash: 'f'.repeat(64) } }),
      (event) => ({ ...event, metadata: { ...metadataOf(event), $causationId: 'other' } }),
      (event) => ({ ...event, metadata: null }),
    ];
    for (const [place, event] of events.entries())
      for (const change of changes) {
        const found = await verifyLog(logOf(events.with(place, change(event))));
        expect(found).toMatchObject({ intact: false, broken: { streamId: event.streamId } });
        expect(found.events).toBe(place);
      }
  });

  it('finds a removed, a repeated and a swapped event', async () => {
    const events = await collect(store.readAll());
    const [first] = events;
    if (!first) throw new Error('nothing to tamper with');
    const after = events.findIndex((event) => event.streamId === first.streamId && event.revision === 1n);
    for (const tampered of [events.toSpliced(0, 1), events.toSpliced(1, 0, first), events.toSpliced(after, 1)])
      expect(await verifyLog(logOf(tampered))).toMatchObject({ intact: false, broken: { streamId: first.streamId } });
    const [, second, third] = events.filter((event) => event.streamId === first.streamId);
    const swapped = events.map((event) => (event === second ? third : event === third ? second : event));
    expect(await verifyLog(logOf(swapped.flatMap((event) => event ?? [])))).toMatchObject({
      intact: false,
      broken: { streamId: first.streamId, revision: 2n },
    });
  });

  it('verifies one stream by itself', async () => {
    const events = await collect(store.readStream('casefile-1'));
    expect(verifyStream(events)).toMatchObject({ revision: 2n });
    expect(verifyStream(events.slice(1))).toMatchObject({ streamId: 'casefile-1', revision: 1n });
  });

  it('verifies an export with nothing but the file', async () => {
    const events = await collect(store.readStream('casefile-1'));
    const file = await exported(events);
    expect(await verifyExport(file)).toMatchObject({ intact: true, events: events.length, streams: 1 });
    await exported(events.toSpliced(1, 1));
    expect(await verifyExport(file)).toMatchObject({ intact: false, broken: { revision: 2n } });
    await writeFile(file, 'no event\n');
    await expect(verifyExport(file)).rejects.toThrow('line 1');
  });
});

describe('An exported stream', () => {
  let file: string;
  let lines: readonly string[];
  beforeEach(async () => {
    const files = caseFiles(store, { keys });
    await files.open('4');
    for (const text of ['headache', 'back pain', 'knee pain']) await files.note('4', text, text);
    const events = await collect(store.readStream('casefile-4'));
    file = await exported(events);
    lines = [...events.map(lineOf), toManifestLine({ streamId: 'casefile-4', events: 4, hash: hashOf(events.at(-1)) })];
  });
  const verified = async (changed: readonly string[]) => {
    await writeFile(file, changed.join('\n'));
    return verifyExport(file);
  };

  it('is not whole when it is empty, or cut off anywhere', async () => {
    expect(await verified(lines)).toMatchObject({ intact: true, events: 4 });
    for (let kept = 0; kept < lines.length; kept += 1)
      expect(await verified(lines.slice(0, kept))).toMatchObject({
        intact: false,
        exportMismatch: expect.stringContaining('its end is missing'),
      });
    expect(await verified([...lines.slice(0, 3), ...lines.slice(4)])).toMatchObject({ intact: false });
  });

  it('does not go on behind its manifest, nor end otherwise than that says', async () => {
    expect(await verified([...lines, ...lines.slice(-1)])).toMatchObject({ intact: false });
    const manifests = [
      { streamId: 'casefile-2', events: 4, hash: '' },
      { streamId: 'casefile-4', events: 4, hash: 'f'.repeat(64) },
      { streamId: 'casefile-4', events: 5, hash: '' },
    ];
    for (const manifest of manifests)
      expect(await verified([...lines.slice(0, -1), toManifestLine(manifest)])).toMatchObject({ intact: false });
  });

  it('shows nothing that its events do not say', async () => {
    const changedTo = (disclosure: unknown) =>
      lines.map((line, place) =>
        place === 0 ? JSON.stringify({ ...(JSON.parse(line) as object), disclosed: disclosure }) : line,
      );
    const { disclosed: honest } = JSON.parse(lines[0] ?? '') as { readonly disclosed: Record<string, unknown> };
    expect(Object.keys(honest).length).toBeGreaterThan(0);
    const [field = ''] = Object.keys(honest);
    for (const altered of [{ ...honest, [field]: 'other' }, { ...honest, added: 1 }, {}, 'text', null])
      expect(await verified(changedTo(altered))).toMatchObject({
        intact: false,
        exportMismatch: expect.stringContaining('revision 0'),
      });
  });

  it('may show what its ciphertext says, and may leave it out', async () => {
    const note = (await collect(store.readStream('casefile-4'))).at(-1);
    if (!note) throw new Error('there is no note');
    const data = note.data as Record<string, unknown>;
    for (const shown of [disclosed(data, { text: 'knee pain' }), undisclosed(data)]) {
      const line = toExportLine(note, { disclosed: shown as Record<string, unknown> });
      expect(await verified(lines.with(3, line))).toMatchObject({ intact: true });
    }
    expect(disclosed(data, { text: 'knee pain' })).toMatchObject({ text: 'knee pain' });
    expect(undisclosed(data)).not.toHaveProperty('text');
  });
});

const hashOf = (event: StoredEvent | undefined): string => (event?.metadata as { readonly hash: string }).hash;

describe('An anchored head', () => {
  it('is there again after it was written, and the log may go on behind it', async () => {
    const anchors = new HeadAnchor(folder);
    expect(await anchors.last()).toBeNull();
    const first = await verifyLog(store);
    await anchors.write(first);
    expect(await anchors.last()).toEqual({ position: first.position, events: 9, digest: first.digest });
    await caseFiles(store, { keys }).open('4');
    const second = await verifyLog(store, { anchor: await anchors.last() });
    expect(second).toMatchObject({ intact: true, events: 10 });
    await anchors.write(second);
    expect(await anchors.last()).toMatchObject({ events: 10 });
  });

  it('tells that the tail of the log was cut off', async () => {
    const anchors = new HeadAnchor(folder);
    await anchors.write(await verifyLog(store));
    const events = await collect(store.readAll());
    for (let kept = 0; kept < events.length; kept += 1)
      expect(await verifyLog(logOf(events.slice(0, kept)), { anchor: await anchors.last() })).toMatchObject({
        intact: false,
        anchorMismatch: expect.stringContaining('ends before'),
      });
  });

  it('tells that the log was replaced by another that is intact in itself', async () => {
    const anchors = new HeadAnchor(folder);
    await anchors.write(await verifyLog(store));
    const other = new InMemoryEventStore();
    const files = caseFiles(other, { keys: new InMemoryPatientKeys() });
    for (const id of ['1', '2', '3']) await files.open(id);
    for (const id of ['3', '1', '2']) await files.close(id);
    const found = await verifyLog(other, { anchor: await anchors.last() });
    expect(found).toMatchObject({ intact: false, anchorMismatch: expect.stringContaining('do not end as') });
  });

  it('is not written of a broken log, nor over an earlier one', async () => {
    const anchors = new HeadAnchor(folder);
    const found = await verifyLog(store);
    await expect(anchors.write({ ...found, intact: false })).rejects.toThrow('intact');
    const results = await Promise.allSettled([1, 2, 3].map(() => anchors.write(found)));
    expect(results.some(({ status }) => status === 'fulfilled')).toBe(true);
    const names = await readdir(join(folder, 'anchors'));
    expect(names).toHaveLength(results.filter(({ status }) => status === 'fulfilled').length);
    await expect(anchors.write({ ...found, position: { commit: 1n, prepare: 1n } })).rejects.toThrow('before');
  });
});
