import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventStoreDBClient, jsonEvent, streamNameFilter, WrongExpectedVersionError } from '@eventstore/db-client';
import { startEventStore } from '../support/embedded-event-store';
import type { RunningEventStore } from '../support/embedded-event-store';

const LIMIT_MILLISECONDS = 60_000;
const run = randomUUID().slice(0, 8);

let node: RunningEventStore | undefined;
let client: EventStoreDBClient;

/** Against the server of `EVENTSTORE_URL`, when there is one; else against the embedded node. */
beforeAll(async () => {
  const given = process.env['EVENTSTORE_URL'];
  node = given === undefined ? await startEventStore() : undefined;
  client = EventStoreDBClient.connectionString(given ?? node?.url ?? '');
}, LIMIT_MILLISECONDS);

afterAll(async () => {
  await client.dispose();
  await node?.stop();
});

const stream = (name: string): string => `conformance${run}-${name}`;
const events = (count: number, type = 'Happened') =>
  Array.from({ length: count }, (_, n) => jsonEvent({ type, data: { n } }));

const revisions = async (name: string): Promise<readonly bigint[]> => {
  const seen: bigint[] = [];
  for await (const { event } of client.readStream(name)) if (event) seen.push(event.revision);
  return seen;
};

describe('an event store', () => {
  it('appends and reads back bytes as they were written', async () => {
    const data = { text: 'Zoë, 中文 and a quote "', nested: [1, null, { deep: true }] };
    await client.appendToStream(stream('bytes'), jsonEvent({ type: 'Written', data, metadata: { by: 'nobody' } }));
    for await (const { event } of client.readStream(stream('bytes'))) {
      expect(event?.data).toEqual(data);
      expect(event?.metadata).toEqual({ by: 'nobody' });
    }
  });

  it('refuses a writer who has not seen the last event', async () => {
    await client.appendToStream(stream('conflict'), events(2), { expectedRevision: 'no_stream' });
    const late = client.appendToStream(stream('conflict'), events(1), { expectedRevision: 0n });
    await expect(late).rejects.toBeInstanceOf(WrongExpectedVersionError);
  });

  it('lets exactly one of many writers win each revision', async () => {
    const name = stream('race');
    await client.appendToStream(name, events(1));
    const attempts = Array.from({ length: 64 }, () => client.appendToStream(name, events(1), { expectedRevision: 0n }));
    const won = (await Promise.allSettled(attempts)).filter(({ status }) => status === 'fulfilled');
    expect(won).toHaveLength(1);
    expect(await revisions(name)).toEqual([0n, 1n]);
  });

  it('takes a repeated append once', async () => {
    const [event] = events(1);
    if (event === undefined) throw new Error('No event.');
    const first = await client.appendToStream(stream('again'), [event], { expectedRevision: 'no_stream' });
    const again = await client.appendToStream(stream('again'), [event], { expectedRevision: 'no_stream' });
    expect(again).toEqual(first);
    expect(await revisions(stream('again'))).toEqual([0n]);
  });

  it('writes a large append whole, in several messages of the protocol', async () => {
    const wide = Array.from({ length: 90 }, (_, n) =>
      jsonEvent({ type: 'Wide', data: { n }, metadata: { pad: 'x'.repeat(50_000) } }),
    );
    await client.appendToStream(stream('wide'), wide, { expectedRevision: 'no_stream' });
    expect(await revisions(stream('wide'))).toHaveLength(90);
  });

  it('appends with credentials over the older call', async () => {
    const credentials = { username: 'somebody', password: 'something' };
    const result = await client.appendToStream(stream('classic'), events(3), {
      expectedRevision: 'no_stream',
      credentials,
    });
    expect(result.nextExpectedRevision).toBe(2n);
    const refused = client.appendToStream(stream('classic'), events(1), { expectedRevision: 'no_stream', credentials });
    await expect(refused).rejects.toBeInstanceOf(WrongExpectedVersionError);
  });

  it(
    'tells a filtered subscriber every event once and in order, old and new',
    async () => {
      const prefix = stream('followed');
      await client.appendToStream(`${prefix}-1`, events(700));
      const seen: string[] = [];
      const subscription = client.subscribeToAll({ filter: streamNameFilter({ prefixes: [prefix] }) });
      for await (const { event } of subscription) {
        seen.push(`${event?.revision}@${event?.streamId}`);
        if (seen.length === 700) await client.appendToStream(`${prefix}-2`, events(300));
        if (seen.length === 1000) break;
      }
      const expected = (suffix: string, count: number) =>
        Array.from({ length: count }, (_, n) => `${n}@${prefix}-${suffix}`);
      expect(seen).toEqual([...expected('1', 700), ...expected('2', 300)]);
    },
    LIMIT_MILLISECONDS,
  );

  it(
    'goes on for others while a subscriber does not read',
    async () => {
      const name = stream('slow');
      const idle = client.subscribeToStream(name);
      idle.pause();
      idle.on('error', () => undefined);
      for (let n = 0; n < 20; n++) await client.appendToStream(name, events(100));
      expect(await revisions(name)).toHaveLength(2000);
      await idle.unsubscribe();
    },
    LIMIT_MILLISECONDS,
  );
});
