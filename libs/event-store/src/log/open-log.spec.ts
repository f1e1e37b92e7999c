import { beforeEach, describe, expect, it } from '@jest/globals';
import type { LogMessage } from '@referral/eventsourcing';
import { EventCodec } from '../envelope/event-codec';
import { InMemoryPatientKeys } from '../keys/in-memory-patient-keys';
import { KeyLost, KeysUnavailable } from '../keys/patient-keys';
import { InMemoryEventStore } from '../store/in-memory-event-store';
import { caseFile } from '../testing/case-file';
import { caseFiles } from '../testing/case-files';
import { collect } from '../testing/collect';
import { history } from './history';
import { openLog } from './open-log';

let store: InMemoryEventStore;
let keys: InMemoryPatientKeys;

beforeEach(async () => {
  store = new InMemoryEventStore();
  keys = new InMemoryPatientKeys();
  const files = caseFiles(store, { keys });
  await files.open('1');
  await files.note('1', 'knee pain', 'a');
});

/** What a follower is told until it caught up, and what it had to wait for. */
const toldBy = async (patientKeys: InMemoryPatientKeys, waits: string[] = []): Promise<LogMessage[]> => {
  const ended = new AbortController();
  const log = openLog(store, new EventCodec({ aggregates: [caseFile], keys: patientKeys }), (message) => {
    waits.push(message);
  });
  const told: LogMessage[] = [];
  for await (const message of log.follow({ after: null, categories: ['casefile'], signal: ended.signal })) {
    if (message.kind === 'caughtUp') ended.abort();
    else told.push(message);
  }
  return told;
};

describe('The log as the read side sees it', () => {
  it('tells opened events', async () => {
    expect(await toldBy(keys)).toMatchObject([
      { kind: 'event', event: { type: 'FileOpened' } },
      { kind: 'event', event: { type: 'NoteAdded', data: { text: 'knee pain' } } },
    ]);
  });

  it('tells what cannot be opened, and goes on', async () => {
    const foreign = { id: '00000000-0000-4000-8000-000000000001', type: 'Foreign', data: 'text', metadata: {} };
    const { position } = await store.append('casefile-2', [foreign], 'any');
    await caseFiles(store, { keys }).close('1');
    const told = await toldBy(keys);
    expect(told.map(({ kind }) => kind)).toEqual(['event', 'event', 'unreadable', 'event', 'event']);
    expect(told[2]).toMatchObject({ streamId: 'casefile-2', revision: 0n, position, eventType: 'Foreign' });
  });

  it('waits while the keys are down, says so, and loses nothing', async () => {
    let asked = 0;
    const recovering = new InMemoryPatientKeys();
    recovering.keyById = (keyId) => {
      asked += 1;
      return asked < 3 ? Promise.reject(new KeysUnavailable('down')) : keys.keyById(keyId);
    };
    const waits: string[] = [];
    expect(await toldBy(recovering, waits)).toMatchObject([
      { kind: 'event' },
      { kind: 'event', event: { data: { text: 'knee pain' } } },
    ]);
    expect(asked).toBe(3);
    expect(waits).toEqual(Array.from({ length: 2 }, () => 'casefile-1 at 1 cannot be opened; trying again.'));
  });

  it('goes on without an event whose key is lost, and reads it when the key is back', async () => {
    const files = caseFiles(store, { keys });
    await files.open('2');
    const incomplete = new InMemoryPatientKeys();
    incomplete.keyById = (keyId) => Promise.reject(new KeyLost(`there is no data key ${keyId}`));
    const told = await toldBy(incomplete);
    expect(told.map(({ kind }) => kind)).toEqual(['event', 'unreadable', 'event']);
    expect(told[1]).toMatchObject({ streamId: 'casefile-1', reason: expect.stringContaining('there is no data key') });
    expect(await toldBy(keys)).toMatchObject([{}, { kind: 'event', event: { data: { text: 'knee pain' } } }, {}]);
  });
});

describe('A history', () => {
  it('has each event as it is stored beside how it reads', async () => {
    const codec = new EventCodec({ aggregates: [caseFile], keys });
    const [, note] = await collect(history(store, codec, 'casefile-1'));
    expect(note?.stored.data).toMatchObject({ text: { $phi: expect.any(String) } });
    expect(note?.opened).toMatchObject({ kind: 'event', event: { data: { text: 'knee pain' } } });
  });
});
