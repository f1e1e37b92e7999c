import { describe, expect, it } from '@jest/globals';
import type { EventMetadata } from '@referral/eventsourcing';
import { InMemoryPatientKeys } from '../keys/in-memory-patient-keys';
import { KeysUnavailable } from '../keys/patient-keys';
import { InMemoryEventStore } from '../store/in-memory-event-store';
import type { StoredEvent } from '../store/event-store';
import { caseFile, issuedIn } from '../testing/case-file';
import { collect } from '../testing/collect';
import { EventCodec, type EventCodecOptions } from './event-codec';
import { derivedId } from './derived-id';
import { noHash } from './hash-chain';
import type { StoredShape } from './open';
import { derivedNonce } from './phi-cipher';
import type { Envelope } from './seal';

const owner = { tenantId: 'clinic', ownerId: 'patient-1' };
const streamId = 'casefile-1';
const note = { text: 'knee pain', keywords: [{ word: 'knee' }, { word: 'pain' }] };

const envelope: Envelope = {
  ...issuedIn('clinic'),
  commandId: 'key-1',
  commandType: 'AddNote',
  commandHash: 'hash-1',
  correlationId: 'conversation-1',
  causationId: 'request-1',
};

const writing = (
  keys = new InMemoryPatientKeys(),
  shapes: readonly StoredShape[] = [caseFile],
  nonces: Pick<EventCodecOptions, 'nonceOf'> = {},
) => {
  const codec = new EventCodec({ aggregates: shapes, keys, ...nonces });
  const sealed = async (data: object, type: keyof typeof caseFile.events = 'NoteAdded'): Promise<StoredEvent> => {
    const event = { type, data, occurredAt: '2026-03-02T09:00:00+01:00' };
    const { events } = await codec.seal(
      { streamId, envelope, prevHash: noHash, events: [{ event, eventType: caseFile.events[type] }] },
      owner,
    );
    const store = new InMemoryEventStore();
    await store.append(streamId, events, 'no_stream');
    const [stored] = await collect(store.readStream(streamId));
    if (!stored) throw new Error('nothing was stored');
    return stored;
  };
  return { codec, keys, sealed };
};

/** The first 12 bytes of each ciphertext of an event. */
const nonces = ({ data }: StoredEvent): readonly string[] =>
  Array.from(JSON.stringify(data).matchAll(/"v1\.([^"]{16})/g), ([, nonce = '']) => nonce);

describe('A sealed event', () => {
  it('has an id that is made of tenant, stream, command and place', async () => {
    const { id, metadata } = await writing().sealed(note);
    expect(id).toBe(derivedId('clinic', streamId, 'key-1', 0));
    expect((metadata as EventMetadata).eventId).toBe(id);
  });

  it('keeps its PHI as ciphertext and nothing else', async () => {
    const stored = await writing().sealed({ ...note, code: 'M25.5' });
    const text = JSON.stringify(stored.data);
    expect(text).not.toMatch(/knee|pain/);
    expect(stored.data).toMatchObject({ code: 'M25.5', text: { $phi: expect.stringMatching(/^v1\./) } });
  });

  it('is encrypted anew each time', async () => {
    const { sealed } = writing();
    const [one, other] = [await sealed(note), await sealed(note)];
    expect((one.data as typeof note).text).not.toEqual((other.data as typeof note).text);
  });

  it('is the same to the byte each time when its nonces follow from what it says', async () => {
    const { sealed, codec } = writing(undefined, undefined, { nonceOf: derivedNonce });
    const [one, again, other] = [await sealed(note), await sealed(note), await sealed({ ...note, text: 'hip pain' })];
    expect(again.metadata).toEqual(one.metadata);
    expect(again.data).toEqual(one.data);
    expect(nonces(one)).toHaveLength(3);
    expect(new Set([...nonces(one), ...nonces(other)]).size).toBe(4);
    expect(await codec.open(other)).toMatchObject({ event: { data: { text: 'hip pain' } } });
  });

  it('is not made when its PHI is not where its type says', async () => {
    await expect(writing().sealed({ keywords: 'knee' })).rejects.toThrow('keywords');
  });

  it('is not made when a field looks like ciphertext', async () => {
    await expect(writing().sealed({ text: 'a', other: { $phi: 'v1.' } })).rejects.toThrow('$phi');
  });

  it('is not made without its key: there is no way around it in plaintext', async () => {
    const keys = new InMemoryPatientKeys();
    keys.keyOf = () => Promise.reject(new KeysUnavailable('down'));
    await expect(writing(keys).sealed(note)).rejects.toBeInstanceOf(KeysUnavailable);
  });

  it('is not made by one who has no keys when it has PHI', () => {
    const reader = new EventCodec({ aggregates: [caseFile], keys: null });
    const noted = { event: { type: 'NoteAdded', data: note, occurredAt: '2026-03-02T09:00:00+01:00' } };
    const events = [{ ...noted, eventType: caseFile.events.NoteAdded }];
    expect(() => reader.seal({ streamId, envelope, prevHash: noHash, events }, owner)).toThrow('without keys');
  });
});

describe('Opening', () => {
  it('gives back what was decided', async () => {
    const { codec, sealed } = writing();
    const opened = await codec.open(await sealed(note));
    expect(opened).toMatchObject({ kind: 'event', event: { type: 'NoteAdded', data: note, streamId, revision: 0n } });
    expect(opened).not.toHaveProperty('event.redacted');
  });

  it('reads the PHI of a destroyed key as null and says so', async () => {
    const { codec, keys, sealed } = writing();
    const stored = await sealed(note);
    await keys.destroy(owner);
    const later = new EventCodec({ aggregates: [caseFile], keys });
    expect(await later.open(stored)).toMatchObject({
      kind: 'event',
      event: {
        data: { text: null, keywords: [{ word: null }, { word: null }] },
        redacted: ['text', 'keywords[0].word', 'keywords[1].word'],
      },
    });
    expect(await codec.open(stored)).toBeDefined();
  });

  it('reads PHI as null without keys, and needs none', async () => {
    const { sealed } = writing();
    const reader = new EventCodec({ aggregates: [caseFile], keys: null });
    expect(reader.open(await sealed({ ...note, code: 'M25.5' }))).toMatchObject({
      kind: 'event',
      event: {
        data: { text: null, keywords: [{ word: null }, { word: null }], code: 'M25.5' },
        redacted: ['text', 'keywords[0].word', 'keywords[1].word'],
      },
    });
    await expect(reader.checkKeys()).resolves.toBeUndefined();
  });

  it.each(['streamId', 'eventId'] as const)('does not decrypt what was moved to another %s', async (where) => {
    const { codec, sealed } = writing();
    const stored = await sealed(note);
    const metadata = stored.metadata as EventMetadata;
    const moved =
      where === 'streamId'
        ? { ...stored, streamId: 'casefile-2' }
        : { ...stored, metadata: { ...metadata, eventId: derivedId('other') } };
    expect(await codec.open(moved)).toMatchObject({ kind: 'unreadable' });
  });

  it('does not decrypt what was moved to another field', async () => {
    const { codec, sealed } = writing();
    const stored = await sealed(note);
    const data = stored.data as typeof note;
    const moved = { ...stored, data: { ...data, keywords: [data.keywords[1], data.keywords[0]] } };
    expect(await codec.open(moved)).toMatchObject({
      kind: 'unreadable',
      reason: expect.stringContaining('keywords[0].word'),
    });
  });

  it('calls unreadable what is not JSON, not enveloped, unknown, or of a future version, and does not fail', async () => {
    const { codec, sealed } = writing();
    const stored = await sealed({ reason: 'done' }, 'FileClosed');
    const metadata = stored.metadata as EventMetadata;
    const reasonOf = async (changed: Partial<StoredEvent>) => {
      const opened = await codec.open({ ...stored, ...changed });
      return opened.kind === 'unreadable' ? opened.reason : 'it was opened';
    };
    expect(await reasonOf({ data: '{"rea' })).toContain('not a JSON object');
    expect(await reasonOf({ metadata: undefined })).toContain('not an event envelope');
    expect(await reasonOf({ metadata: {} })).toContain('not an event envelope');
    expect(await reasonOf({ type: 'FileBurnt' })).toContain('FileBurnt is not known');
    expect(await reasonOf({ metadata: { ...metadata, schemaVersion: 2 } })).toContain('schema version 2');
    expect(await reasonOf({ type: 'toString' })).toContain('not known');
  });

  it('brings every stored version to the present one', async () => {
    const present: StoredShape = {
      ...caseFile,
      events: { ...caseFile.events, FileClosed: { schemaVersion: 3, phi: [] } },
      upcasters: {
        FileClosed: {
          1: ({ reason }) => ({ closureReason: reason }),
          2: (data) => ({ ...data, closedBy: 'unknown' }),
        },
      },
    };
    const stored = await writing().sealed({ reason: 'done' }, 'FileClosed');
    const golden: Record<number, object> = {
      1: { reason: 'done' },
      2: { closureReason: 'done' },
      3: { closureReason: 'done', closedBy: 'unknown' },
    };
    const codec = new EventCodec({ aggregates: [present], keys: new InMemoryPatientKeys() });
    for (const [version, data] of Object.entries(golden)) {
      const metadata = { ...(stored.metadata as EventMetadata), schemaVersion: Number(version) };
      expect(await codec.open({ ...stored, data, metadata })).toMatchObject({
        kind: 'event',
        event: { data: golden[3] },
      });
    }
  });
});
