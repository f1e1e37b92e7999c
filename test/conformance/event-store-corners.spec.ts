import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  binaryEvent,
  DeadlineExceededError,
  EventStoreDBClient,
  jsonEvent,
  StreamDeletedError,
  StreamNotFoundError,
  UnknownError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { status } from '@grpc/grpc-js';
import { startEventStore } from '../support/embedded-event-store';
import type { RunningEventStore } from '../support/embedded-event-store';
import { eventually } from '../support/eventually';
import { field, rawEventStore } from '../support/raw-event-store';
import type { RawEventStore } from '../support/raw-event-store';

let node: RunningEventStore;
let client: EventStoreDBClient;
let raw: RawEventStore;

beforeAll(async () => {
  node = await startEventStore();
  client = EventStoreDBClient.connectionString(node.url);
  raw = rawEventStore(node.url);
});

afterAll(async () => {
  raw.close();
  await client.dispose();
  await node.stop();
});

const stream = (): string => `corner-${randomUUID()}`;
const event = (type = 'Happened') => jsonEvent({ type, data: {} });
const written = async (count: number): Promise<string> => {
  const name = stream();
  await client.appendToStream(
    name,
    Array.from({ length: count }, () => event()),
  );
  return name;
};

/** `revision` of each event, or `link` where only a link is left. */
const seen = async (events: ReturnType<EventStoreDBClient['readStream']>): Promise<readonly string[]> => {
  const all: string[] = [];
  for await (const { event: found, link } of events)
    all.push(found === undefined ? `link ${link?.revision}` : `${found.revision}`);
  return all;
};

describe('a link', () => {
  const linksTo = async (...targets: readonly string[]): Promise<readonly string[]> => {
    const links = stream();
    const toLink = (target: string) => binaryEvent({ type: '$>', data: Buffer.from(target) });
    await client.appendToStream(links, targets.map(toLink));
    return seen(client.readStream(links, { resolveLinkTos: true }));
  };

  it('to revision -1 leads to the last event, and a number may have spaces around it', async () => {
    const name = await written(3);
    expect(await linksTo(`-1@${name}`, ` 1 @${name}`, `+2@${name}`, `-2@${name}`)).toEqual(['2', '1', '2', 'link 3']);
  });

  it('that names no stream leads nowhere, and what does not begin with a number is no link', async () => {
    expect(await linksTo('7', '7@', '@', 'x@y')).toEqual(['link 0', 'link 1', '2', '3']);
  });

  it('to an event that its stream shows no more leads nowhere', async () => {
    const name = await written(2);
    await client.setStreamMetadata(name, { maxAge: 1 });
    await eventually('both are too old', async () => (await seen(client.readStream(name))).length === 0 || undefined);
    await client.appendToStream(name, event());
    expect(await linksTo(`1@${name}`, `2@${name}`)).toEqual(['link 0', '2']);
  });
});

describe('metadata of a stream', () => {
  it('says nothing when one of its numbers may not be', async () => {
    const name = await written(4);
    for (const wrong of [{ $maxCount: 0 }, { $maxAge: -1 }, { $cacheControl: 0 }, { $maxCount: 'x' }]) {
      await client.appendToStream(`$$${name}`, jsonEvent({ type: '$metadata', data: { $tb: 2, ...wrong } }));
      expect(await seen(client.readStream(name))).toEqual(['0', '1', '2', '3']);
    }
    await client.setStreamMetadata(name, { truncateBefore: 2 });
    expect(await seen(client.readStream(name))).toEqual(['2', '3']);
  });

  it('says nothing when it is not written as JSON', async () => {
    const name = await written(4);
    await client.appendToStream(`$$${name}`, binaryEvent({ type: '$metadata', data: Buffer.from('{"$tb":2}') }));
    expect(await seen(client.readStream(name))).toEqual(['0', '1', '2', '3']);
  });

  it('is not had by metastreams, which can so not be deleted', async () => {
    const name = await written(1);
    await client.setStreamMetadata(name, { note: 1 });
    await client.setStreamMetadata(name, { note: 2 });
    await client.appendToStream(`$$$$${name}`, jsonEvent({ type: '$metadata', data: { $maxCount: 9 } }));
    expect(await seen(client.readStream(`$$${name}`))).toEqual(['1']);
    await client.deleteStream(`$$${name}`);
    expect(await seen(client.readStream(`$$${name}`))).toEqual(['1']);
  });
});

describe('a deleted stream', () => {
  it('comes back empty when nothing is appended to it, unless no stream is expected', async () => {
    const name = await written(2);
    await client.deleteStream(name);
    const refused = client.appendToStream(name, [], { expectedRevision: 'no_stream' });
    await expect(refused).rejects.toBeInstanceOf(WrongExpectedVersionError);
    await expect(seen(client.readStream(name))).rejects.toBeInstanceOf(StreamNotFoundError);
    await client.appendToStream(name, [], { expectedRevision: 1n });
    expect(await seen(client.readStream(name))).toEqual([]);
    expect(await client.getStreamMetadata(name)).toMatchObject({ metadata: { truncateBefore: 2 } });
  });

  it('is deleted for whoever expects it to be there', async () => {
    const name = await written(1);
    await client.deleteStream(name);
    for (const method of ['Delete', 'Tombstone'])
      expect(await raw.call(method, field(1, field(1, field(3, name)), field(5, '')))).toMatchObject({
        code: status.FAILED_PRECONDITION,
        trailers: { exception: 'stream-deleted', 'stream-name': name },
      });
    await expect(client.appendToStream(name, event(), { expectedRevision: 'stream_exists' })).rejects.toBeInstanceOf(
      StreamDeletedError,
    );
  });

  it('is not deleted any more when its metadata is no JSON object, which is kept as it is', async () => {
    const name = await written(1);
    await client.deleteStream(name);
    await client.appendToStream(`$$${name}`, jsonEvent({ type: '$metadata', data: [1] }));
    expect(await seen(client.readStream(`$$${name}`))).toEqual(['1']);
    expect(await seen(client.readStream(name))).toEqual(['0']);
  });
});

describe('an append', () => {
  const append = (name: string, ...headers: readonly (readonly [string, string])[]) =>
    raw.call(
      'Append',
      field(1, field(1, field(3, name)), field(4, '')),
      field(
        2,
        field(1, field(2, randomUUID())),
        ...headers.map(([key, value]) => field(2, field(1, key), field(2, value))),
        field(4, '1'),
      ),
    );

  it('names the property that an event lacks', async () => {
    for (const headers of [[['type', 'T']], [['content-type', 'application/json']]] as const)
      expect(await append(stream(), ...headers)).toMatchObject({
        code: status.INVALID_ARGUMENT,
        trailers: {
          exception: 'missing-required-metadata-property',
          'required-metadata-properties': 'type,content-type',
        },
      });
  });

  it('keeps what is not JSON as bytes, whatever it is called', async () => {
    const name = stream();
    expect(await append(name, ['type', 'T'], ['content-type', 'text/plain'])).toMatchObject({ code: status.OK });
    const { messages } = await raw.call(
      'Read',
      field(1, field(1, field(1, field(3, name)), field(3, '')), field(5, 9), field(8, ''), field(9, field(2, ''))),
    );
    expect(messages[0]?.includes('application/octet-stream')).toBe(true);
    expect(messages[0]?.includes('text/plain')).toBe(false);
  });

  it('is refused alone when it cannot be written: no name, no id, no type, too late', async () => {
    const name = stream();
    const nil = { ...event(), id: '00000000-0000-0000-0000-000000000000' };
    const attempts = await Promise.allSettled([
      client.appendToStream(name, event()),
      client.appendToStream('', event()),
      client.appendToStream('$$', event()),
      client.appendToStream(name, [event(), nil]),
      client.appendToStream(name, event('')),
      client.appendToStream(name, event(), { deadline: -1000 }),
      client.appendToStream(name, event()),
    ]);
    expect(attempts.map((attempt) => attempt.status === 'fulfilled' || attempt.reason.constructor)).toEqual([
      true,
      UnknownError,
      UnknownError,
      UnknownError,
      UnknownError,
      DeadlineExceededError,
      true,
    ]);
    expect(await seen(client.readStream(name))).toEqual(['0', '1']);
  });
});

describe('appends that are begun and never finished', () => {
  const begun = (stream: string): Buffer => {
    const headers = [field(2, field(1, 'type'), field(2, 'T')), field(2, field(1, 'content-type'), field(2, 'x'))];
    const event = field(3, field(1, field(2, randomUUID())), ...headers, field(3, Buffer.alloc(1_000_000)));
    return Buffer.concat([field(1, field(2, randomUUID())), field(2, field(1, field(3, stream)), field(4, '')), event]);
  };

  it('end their call before they fill the memory', async () => {
    const few = Array.from({ length: 10 }, () => begun(stream()));
    expect(await raw.call('BatchAppend', ...few)).toMatchObject({ code: status.OK });
    const many = Array.from({ length: 80 }, () => begun(stream()));
    expect(await raw.call('BatchAppend', ...many)).toMatchObject({ code: status.RESOURCE_EXHAUSTED });
  });
});

describe('a read', () => {
  const target = (name: string) => field(1, field(1, field(3, name)), field(3, ''));
  const all = field(2, field(2, ''));
  const [forwards, backwards, count, subscription, noFilter] = [
    field(3, 0),
    field(3, 1),
    field(5, 1),
    field(6, ''),
    field(8, ''),
  ];
  const filter = field(7, field(1, field(2, 'corner')), field(3, 32), field(5, 1));
  const read = (...options: readonly Buffer[]) => raw.call('Read', field(1, ...options, field(9, field(2, ''))));

  it('can be had in the combinations that there are, and in no others', async () => {
    const one = target(await written(1));
    for (const options of [
      [one, count, forwards, noFilter],
      [one, count, backwards, noFilter],
      [all, count, forwards, noFilter],
      [all, count, backwards, noFilter],
      [all, count, forwards, filter],
      [all, count, backwards, filter],
    ])
      expect(await read(...options)).toMatchObject({ code: status.OK });
    for (const options of [
      [],
      [one],
      [one, count, forwards],
      [one, forwards, noFilter],
      [count, forwards, noFilter],
      [one, count, forwards, filter],
      [one, subscription, forwards, filter],
      [one, subscription, backwards, noFilter],
      [all, subscription, backwards, noFilter],
      [all, subscription, backwards, filter],
    ])
      expect(await read(...options)).toMatchObject({ code: status.INVALID_ARGUMENT });
  });

  it('is no subscription when its checkpoints would never be due', async () => {
    const never = field(7, field(1, field(2, 'corner')), field(3, 32), field(5, 0));
    expect(await read(all, subscription, forwards, never)).toMatchObject({ code: status.UNKNOWN });
  });

  it('fails as unknown when it asks for what there never is', async () => {
    const name = await written(1);
    for (const events of [
      client.readStream(name, { maxCount: 0 }),
      client.readStream(''),
      client.readStream(name, { fromRevision: 2n ** 63n }),
      client.readAll({ fromPosition: { commit: 2n ** 63n, prepare: 2n ** 63n } }),
    ])
      await expect(seen(events)).rejects.toBeInstanceOf(UnknownError);
    expect(await seen(client.readStream(name, { direction: 'backwards', fromRevision: 2n ** 64n - 1n }))).toEqual([
      '0',
    ]);
  });
});
