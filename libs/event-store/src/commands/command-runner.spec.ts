import { beforeEach, describe, expect, it } from '@jest/globals';
import type { EventMetadata } from '@referral/eventsourcing';
import { InMemoryPatientKeys } from '../keys/in-memory-patient-keys';
import { AddNote, caseFile, commanded, OpenFile } from '../testing/case-file';
import { caseFiles } from '../testing/case-files';
import { collect } from '../testing/collect';
import { UnreliableStore } from '../testing/unreliable-store';
import { derivedId } from '../envelope/derived-id';
import { hashOf, noHash } from '../envelope/hash-chain';

let store: UnreliableStore;
let keys: InMemoryPatientKeys;
let files: ReturnType<typeof caseFiles>;

/** A process of its own: it shares the store and the keys, and nothing it remembers. */
const another = (soleWriter = false) => caseFiles(store, { keys, soleWriter });

beforeEach(() => {
  store = new UnreliableStore();
  keys = new InMemoryPatientKeys();
  files = another();
});

const eventsOf = async (fileId: string) =>
  (await collect(store.readStream(`casefile-${fileId}`))).map((event) => ({
    ...event,
    metadata: event.metadata as EventMetadata & Record<string, unknown>,
  }));

/** True when every event's hash is right and goes on from the one before. */
const chained = async (fileId: string): Promise<boolean> => {
  let before = noHash;
  for (const { type, data, metadata } of await eventsOf(fileId)) {
    if (metadata.prevHash !== before || metadata.hash !== hashOf({ type, data, metadata })) return false;
    before = metadata.hash;
  }
  return true;
};

const conversation = { commandHash: 'hash', correlationId: 'conversation-1', causationId: 'request-1' };

describe('Running a command', () => {
  it('appends what was decided and answers where it stands', async () => {
    const opened = await files.open('1');
    const closed = await files.close('1');
    const events = await eventsOf('1');
    expect(events.map(({ type }) => type)).toEqual(['FileOpened', 'NoteAdded', 'FileClosed']);
    expect(opened).toEqual({ id: '1', revision: 0n, position: events[0]?.position, decided: 1, replayed: false });
    expect(closed).toEqual({ id: '1', revision: 2n, position: events[2]?.position, decided: 2, replayed: false });
  });

  it('writes the whole envelope and chains it', async () => {
    await files.open('1');
    await files.close('1');
    const [, note, end] = await eventsOf('1');
    expect(end?.metadata).toMatchObject({
      eventId: end?.id,
      eventType: 'FileClosed',
      schemaVersion: 1,
      tenantId: 'clinic',
      stage: { before: 'open', after: 'closed' },
      commandId: 'close 1',
      commandType: 'CloseFile',
      correlationId: derivedId('clinic', 'conversation-1'),
      causationId: derivedId('clinic', 'request-1'),
      $correlationId: derivedId('clinic', 'conversation-1'),
      $causationId: derivedId('clinic', 'request-1'),
      prevHash: note?.metadata.hash,
    });
    expect(note?.metadata.phiKeyId).toBeDefined();
    expect(end?.metadata).not.toHaveProperty('phiKeyId');
    expect(await chained('1')).toBe(true);
  });

  it('keeps what callers wrote into ids out of what is published, and ids that are UUIDs as they are', async () => {
    const correlationId = '0190f3a2-7c1e-7d4b-8a55-5d0a1c6f2e9b';
    const key = 'note of Jane Doe';
    await files.open('1');
    await files.note('1', 'a', key, { correlationId, causationId: key });
    const [, note] = await eventsOf('1');
    expect(note?.metadata).toMatchObject({ commandId: key, correlationId });
    expect(JSON.stringify({ ...note?.metadata, commandId: '' })).not.toContain('Jane');
    expect(await files.note('1', 'a', key)).toMatchObject({ replayed: true });
    await expect(files.note('1', 'b', key)).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  const noteAt = (occurredAt: string, key: string, given: Partial<AddNote> = {}) => {
    const command = commanded(AddNote, { fileId: '1', text: key, occurredAt, ...given });
    return files.runner.run(caseFile, command, { ...conversation, commandId: key });
  };

  it('says by how much an event was dated back, and for which reason, when it was by more than a minute', async () => {
    await files.open('1');
    await noteAt('2026-03-02T08:59:01.000Z', 'a minute');
    await noteAt('2026-03-02T08:59:00.999Z', 'a minute and a bit');
    await noteAt('2026-02-27T09:00:01+01:00', 'three days and an hour', { reason: { code: 'paper_record' } });
    await noteAt('2026-03-02T10:00:00Z', 'not back');
    expect((await eventsOf('1')).map(({ metadata }) => metadata.backdated)).toEqual([
      undefined,
      undefined,
      { byMinutes: 1, reason: 'unstated' },
      { byMinutes: 73 * 60, reason: 'paper_record' },
      undefined,
    ]);
    expect(await chained('1')).toBe(true);
  });

  it('names the policies that an event relied on, on that event alone', async () => {
    await files.open('1');
    await files.close('1');
    const [opened, note, closed] = await eventsOf('1');
    expect(closed?.metadata.policyRefs).toEqual([{ kind: 'contact', id: 'default', version: 2 }]);
    for (const event of [opened, note]) expect(event?.metadata).not.toHaveProperty('policyRefs');
  });

  it('marks the events of what is sensitive, and no others', async () => {
    const command = commanded(OpenFile, { fileId: '1', patientId: 'someone known' });
    await files.runner.run(caseFile, command, { ...conversation, commandId: 'open' });
    await files.note('1', 'a', 'a');
    await files.open('2');
    const marks = [...(await eventsOf('1')), ...(await eventsOf('2'))].map(({ metadata }) => metadata.sensitivity);
    expect(marks).toEqual([['vip'], ['vip'], undefined]);
  });

  it('decides again what decided nothing', async () => {
    await files.open('1');
    expect(await files.open('1', 'other key')).toMatchObject({ revision: 0n, decided: 0, replayed: false });
    expect(store.appends).toBe(1);
  });

  it('does not know an instance that was never created, nor that of another tenant', async () => {
    await expect(files.note('1', 'a', 'k')).rejects.toMatchObject({ code: 'CASEFILE_NOT_FOUND' });
    await files.open('1');
    await expect(files.note('1', 'a', 'k', {}, 'other')).rejects.toMatchObject({ code: 'CASEFILE_NOT_FOUND' });
    await expect(files.open('1', 'open 1', 'other')).rejects.toMatchObject({ code: 'CASEFILE_NOT_FOUND' });
  });

  it('asks the store for nothing but the append while it is the sole writer and the stream is warm', async () => {
    files = another(true);
    await files.open('1');
    await files.note('1', 'a', 'a');
    await expect(files.note('1', 'b', 'b', { expectedRevision: 0n })).rejects.toThrow();
    expect([store.reads, store.appends]).toEqual([1, 2]);
  });
});

describe('The same command again', () => {
  it('gets the same answer, also when the stream went on and an old revision is expected', async () => {
    await files.open('1');
    const first = await files.note('1', 'a', 'a', { expectedRevision: 0n });
    await files.note('1', 'b', 'b');
    expect(await files.note('1', 'a', 'a', { expectedRevision: 0n })).toEqual({ ...first, replayed: true });
    expect(await eventsOf('1')).toHaveLength(3);
  });

  it('gets the same answer in another process', async () => {
    await files.open('1');
    const first = await files.close('1');
    expect(await another().close('1')).toEqual({ ...first, replayed: true });
  });

  it('is refused with another body', async () => {
    await files.open('1');
    await files.note('1', 'a', 'a');
    await expect(files.note('1', 'other', 'a')).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    await expect(another().note('1', 'other', 'a')).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('is appended once and answered alike when 100 ask at the same time in this process', async () => {
    await files.open('1');
    const answers = await Promise.all(Array.from({ length: 100 }, () => files.note('1', 'a', 'a')));
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(new Set(answers.map(({ revision, position }) => `${revision} ${position?.commit}`)).size).toBe(1);
    expect(store.appends).toBe(2);
  });

  it('is appended once and answered alike when 20 processes ask at the same time, and the chain goes on', async () => {
    await files.open('1');
    const processes = Array.from({ length: 20 }, () => another());
    const answers = await Promise.all(processes.map((process) => process.note('1', 'a', 'a')));
    expect(new Set(answers.map(({ revision, position }) => `${revision} ${position?.commit}`)).size).toBe(1);
    for (const [index, process] of processes.reverse().entries()) await process.note('1', 'next', `next ${index}`);
    expect(await eventsOf('1')).toHaveLength(22);
    expect(await chained('1')).toBe(true);
  });
});

describe('Commands that compete', () => {
  it('are all appended, one behind the other, in one process', async () => {
    await files.open('1');
    await Promise.all(Array.from({ length: 64 }, (_, index) => files.note('1', 'x', `note ${index}`)));
    expect(await eventsOf('1')).toHaveLength(65);
    expect(store.appends).toBe(65);
    expect(await chained('1')).toBe(true);
  });

  it('of 64 processes win one revision each, or are told after five rounds that it moved on', async () => {
    await files.open('1');
    const outcomes = await Promise.allSettled(
      Array.from({ length: 64 }, (_, index) => another().note('1', 'x', `note ${index}`)),
    );
    const won = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value.revision] : []));
    const refused = outcomes.flatMap((outcome): unknown[] => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(new Set(won).size).toBe(won.length);
    expect(won.length + refused.length).toBe(64);
    for (const reason of refused)
      expect(reason).toMatchObject({ code: 'REVISION_MISMATCH', details: { currentRevision: expect.any(BigInt) } });
    expect(await eventsOf('1')).toHaveLength(won.length + 1);
    expect(await chained('1')).toBe(true);
  });

  it('are decided again on the newest state', async () => {
    const other = another();
    await files.open('1');
    await files.note('1', 'a', 'a');
    await other.note('1', 'b', 'b');
    expect(await files.note('1', 'c', 'c')).toMatchObject({ revision: 3n });
    await other.close('1');
    await expect(files.note('1', 'd', 'd')).rejects.toMatchObject({ code: 'FILE_CLOSED' });
    expect(await chained('1')).toBe(true);
  });

  it('are refused at once when they expect a revision that passed, and told the current one', async () => {
    await files.open('1');
    await files.note('1', 'a', 'a');
    await another().note('1', 'b', 'b');
    const appends = store.appends;
    const late = files.note('1', 'c', 'c', { expectedRevision: 1n });
    await expect(late).rejects.toMatchObject({ code: 'REVISION_MISMATCH', details: { currentRevision: 2n } });
    expect(store.appends).toBe(appends);
  });

  it('see what other processes did before they are refused', async () => {
    await files.open('1');
    await files.close('1');
    const other = another();
    await expect(other.note('1', 'a', 'a')).rejects.toMatchObject({ code: 'FILE_CLOSED' });
    await expect(files.note('1', 'a', 'a', { expectedRevision: 0n })).rejects.toMatchObject({
      code: 'REVISION_MISMATCH',
      details: { currentRevision: 2n },
    });
  });
});

describe('An append without answer', () => {
  it('is answered as it ended when the command comes again: it was written', async () => {
    await files.open('1');
    store.accidents.push('written, answer lost');
    await expect(files.note('1', 'a', 'a')).rejects.toMatchObject({ name: 'StoreUnavailable' });
    expect(await files.note('1', 'a', 'a')).toMatchObject({ revision: 1n, replayed: true });
    expect(await eventsOf('1')).toHaveLength(2);
  });

  it('is appended when the command comes again: it was never written', async () => {
    await files.open('1');
    store.accidents.push('never written');
    await expect(files.note('1', 'a', 'a')).rejects.toMatchObject({ name: 'StoreUnavailable' });
    expect(await files.note('1', 'a', 'a')).toMatchObject({ revision: 1n, replayed: false });
    expect(await eventsOf('1')).toHaveLength(2);
  });

  it.each([true, false])('that arrives late never breaks the chain (sole writer: %s)', async (soleWriter) => {
    files = another(soleWriter);
    await files.open('1');
    store.accidents.push('written after the next append began');
    await expect(files.note('1', 'a', 'a')).rejects.toMatchObject({ name: 'StoreUnavailable' });
    expect(await files.note('1', 'a', 'a')).toMatchObject({ revision: 1n });
    await files.note('1', 'b', 'b');
    expect(await eventsOf('1')).toHaveLength(3);
    expect(await chained('1')).toBe(true);
  });

  it('that arrives after the stream was read is seen before anything is refused', async () => {
    files = another(true);
    await files.open('1');
    store.accidents.push('written after the next read');
    await expect(files.close('1')).rejects.toMatchObject({ name: 'StoreUnavailable' });
    expect(await files.open('1', 'open again')).toMatchObject({ decided: 0 });
    await expect(files.note('1', 'a', 'a', { expectedRevision: 7n })).rejects.toMatchObject({
      code: 'REVISION_MISMATCH',
      details: { currentRevision: 2n },
    });
  });
});
