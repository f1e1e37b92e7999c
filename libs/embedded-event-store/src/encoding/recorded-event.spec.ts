import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import {
  decodeData,
  decodeHeader,
  encodedBound,
  encodeEvent,
  headersAt,
  recordedBytes,
  storedPosition,
  TOMBSTONE_REVISION,
} from './recorded-event';
import type { EventToEncode } from './recorded-event';

/** The part of the official client's generated classes that this suite reads stored bytes with. */
interface GeneratedEvent {
  readonly getStreamRevision: () => string;
  readonly getCommitPosition: () => string;
  readonly getMetadataMap: () => { readonly get: (key: string) => string };
  readonly getId: () => { readonly getString: () => string };
  readonly getData_asU8: () => Uint8Array;
  readonly getCustomMetadata_asU8: () => Uint8Array;
}
interface GeneratedResponse {
  readonly getEvent: () => { readonly getEvent: () => GeneratedEvent; readonly getCommitPosition: () => string };
}

const generated = createRequire(import.meta.url)('@eventstore/db-client/generated/streams_pb') as {
  readonly ReadResp: { readonly deserializeBinary: (bytes: Uint8Array) => GeneratedResponse };
};

const createdAt = 1_700_000_000_123;

const event: EventToEncode = {
  id: '0f8fad5b-d9cb-469f-a165-70867728950e',
  stream: Buffer.from('referral-ünïcödé'),
  revision: 300,
  position: 5_000_000_000,
  headers: headersAt(createdAt)(Buffer.from('ReferralReceived'), Buffer.from('application/json')),
  metadata: Buffer.from('{"by":"somebody"}'),
  data: Buffer.from('{"n":1}'),
};

const encode = (change: Partial<EventToEncode> = {}): Buffer => {
  const whole = { ...event, ...change };
  const target = Buffer.alloc(encodedBound(whole));
  return target.subarray(0, encodeEvent(target, 0, whole));
};

describe('a stored event', () => {
  it('is an answer to a read as the official client understands it', () => {
    const readEvent = generated.ReadResp.deserializeBinary(encode()).getEvent();
    const recorded = readEvent.getEvent();
    expect(readEvent.getCommitPosition()).toBe('5000000000');
    expect(recorded.getStreamRevision()).toBe('300');
    expect(recorded.getCommitPosition()).toBe('5000000000');
    expect(recorded.getId().getString()).toBe(event.id);
    expect(recorded.getMetadataMap().get('type')).toBe('ReferralReceived');
    expect(recorded.getMetadataMap().get('created')).toBe('17000000001230000');
    expect(Buffer.from(recorded.getData_asU8())).toEqual(event.data);
    expect(Buffer.from(recorded.getCustomMetadata_asU8())).toEqual(event.metadata);
  });

  it('gives back what the engine needs to know of it', () => {
    const message = encode();
    expect(decodeHeader(message)).toEqual({
      id: event.id,
      stream: 'referral-ünïcödé',
      revision: 300,
      type: 'ReferralReceived',
      createdAt,
      contentType: 'application/json',
    });
    expect(decodeData(message)).toEqual(event.data);
    expect(storedPosition(message)).toBe(event.position);
  });

  it('says of each event its own type, though events before it had another or the same one', () => {
    const encodeHeaders = headersAt(createdAt);
    const typeOf = (type: string, contentType: string): string => {
      const headers = encodeHeaders(Buffer.from(type), Buffer.from(contentType));
      const header = decodeHeader(encode({ headers }));
      return `${header.type} ${header.contentType} ${header.createdAt}`;
    };
    for (const [type, contentType] of [
      ['A', 'x'],
      ['A', 'x'],
      ['B', 'x'],
      ['B', 'y'],
      ['', ''],
    ] as const)
      expect(typeOf(type, contentType)).toBe(`${type} ${contentType} ${createdAt}`);
  });

  it('carries the revision of a tombstone as the greatest signed number', () => {
    const message = encode({ revision: TOMBSTONE_REVISION, data: Buffer.alloc(0) });
    expect(generated.ReadResp.deserializeBinary(message).getEvent().getEvent().getStreamRevision()).toBe(
      '9223372036854775807',
    );
    expect(decodeHeader(message).revision).toBe(TOMBSTONE_REVISION);
    expect(decodeData(message)).toHaveLength(0);
  });

  it('never takes more bytes than were set aside for it', () => {
    for (const size of [0, 1, 127, 128, 16_383, 16_384, 1_000_000]) {
      const sized = { data: Buffer.alloc(size), metadata: Buffer.alloc(size), position: Number.MAX_SAFE_INTEGER };
      expect(encode(sized).length).toBeLessThanOrEqual(encodedBound({ ...event, ...sized }));
    }
  });

  it('holds the recorded event that is put beside a link', () => {
    const message = encode();
    expect(message.includes(recordedBytes(message))).toBe(true);
    expect(recordedBytes(message).length).toBeLessThan(message.length);
  });
});
