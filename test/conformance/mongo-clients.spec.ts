import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Document, MongoClient } from 'mongodb';
import { dice } from '../support/dice';
import { eventually } from '../support/eventually';
import { startMongo } from '../support/embedded-mongo';
import type { RunningMongo } from '../support/embedded-mongo';
import { fillWide, nonsense, openSleeper, openUnfinished, sendAndEnd } from '../support/mongo-trouble';
import { messageOf, openIdle, openSocket, residentMegabytes, slowestAnswer } from '../support/raw-mongo-clients';

const LIMIT_MILLISECONDS = 60_000;
/** Far above what an answer takes on a busy machine, far below what a client would wait. */
const SLOW_MILLISECONDS = 10_000;

let node: RunningMongo;

beforeAll(async () => {
  node = await startMongo();
});

afterAll(async () => {
  expect(await node.stop()).toBe(0);
});

/** Others are answered, and the node has nothing to complain of. */
const expectUnmoved = async (): Promise<void> => {
  expect(await slowestAnswer(node.url)).toBeLessThan(SLOW_MILLISECONDS);
  expect(node.errors()).toBe('');
};

describe('a client that is slow or gone', () => {
  it(
    'holds up nobody and fills no memory while it does not read what it asks for',
    async () => {
      await fillWide(node.url, 2);
      await slowestAnswer(node.url);
      const before = residentMegabytes(node.pid);
      const sleepers = await Promise.all(Array.from({ length: 8 }, () => openSleeper(node.url, 50)));
      await expectUnmoved();
      await expectUnmoved();
      expect(residentMegabytes(node.pid) - before).toBeLessThan(150); // 400 MB were asked for
      for (const sleeper of sleepers) sleeper.destroy();
      await expectUnmoved();
    },
    LIMIT_MILLISECONDS,
  );

  it(
    'holds up nobody when it only waits, a thousand times',
    async () => {
      const before = residentMegabytes(node.pid);
      const idle = await openIdle(node.url, 1_000);
      await expectUnmoved();
      expect(residentMegabytes(node.pid) - before).toBeLessThan(100);
      for (const one of idle) one.destroy();
    },
    LIMIT_MILLISECONDS,
  );

  it(
    'holds up nobody when it stops in the middle of a message, or breaks off',
    async () => {
      const opened = await Promise.all(Array.from({ length: 50 }, (_, n) => openUnfinished(node.url, 100_000, n * 50)));
      for (const [n, one] of opened.entries()) if (n % 3 === 0) one.resetAndDestroy();
      await expectUnmoved();
      for (const one of opened) one.destroy();
    },
    LIMIT_MILLISECONDS,
  );

  it(
    'holds up nobody who writes elsewhere when it stops in the middle of a transaction',
    async () => {
      const client = await MongoClient.connect(node.url);
      const session = client.startSession();
      session.startTransaction();
      const held = client.db('trouble').collection<{ _id: string }>('held');
      await held.insertOne({ _id: 'held' }, { session });
      await expectUnmoved();
      expect(await held.findOne({ _id: 'held' })).toBeNull();
      await session.abortTransaction();
      await client.close();
    },
    LIMIT_MILLISECONDS,
  );
});

describe('a client that sends ahead of the answers', () => {
  const questions = 300;
  const find = { find: 'wide', batchSize: 1, projection: { _id: 1 }, $db: 'trouble' };
  const inOneGo = (...commands: readonly Document[]): Buffer =>
    Buffer.concat(commands.map((command, n) => messageOf(command, n)));
  const often = (command: Document): readonly Document[] => Array.from({ length: questions }, () => command);
  let client: MongoClient;
  const openCursors = async (): Promise<number> => {
    const status = await client.db('admin').command({ serverStatus: 1 });
    return (status['metrics'] as { cursor: { open: { total: number } } }).cursor.open.total;
  };

  beforeAll(async () => {
    client = await MongoClient.connect(node.url);
    await client.db('trouble').collection('wide').deleteMany({});
    await fillWide(node.url, 2);
  });

  afterAll(async () => {
    await client.close();
  });

  it(
    'leaves others their turn between any two of them',
    async () => {
      const one = await openSocket(node.url);
      let received = 0;
      one.on('data', ({ length }: Buffer) => (received += length));
      // No more than the node does without a pause, each time.
      one.write(inOneGo(...often({ ...find, filter: { _id: { $lt: '0-2' }, pad: 'none' } })));
      const [first] = (await once(one, 'data')) as [Buffer];
      await client.db('admin').command({ ping: 1 });
      const all = questions * first.readInt32LE(0);
      expect(received).toBeLessThan(all);
      while (received < all) await once(one, 'data');
      one.destroy();
    },
    LIMIT_MILLISECONDS,
  );

  it(
    'is not read for any more when it hangs up, and what it wrote is done',
    async () => {
      const before = await openCursors();
      const one = await openSocket(node.url);
      const written = client.db('trouble').collection<{ _id: string }>('written');
      const write = { insert: 'written', documents: [{ _id: 'last' }], $db: 'trouble' };
      one.write(inOneGo(...often({ ...find, sort: { pad: 1 } }), write));
      await once(one, 'data');
      one.resetAndDestroy();
      await eventually('the last message is carried out', async () => (await written.findOne()) ?? undefined);
      expect((await openCursors()) - before).toBeLessThan(questions);
      await expectUnmoved();
    },
    LIMIT_MILLISECONDS,
  );
});

describe('a client that talks nonsense', () => {
  it(
    'is cut off, or told, and nobody else',
    async () => {
      const known = [
        Buffer.from('GET / HTTP/1.1\r\nHost: here\r\n\r\n'),
        Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01]),
      ];
      for (const bytes of [...known, ...nonsense(dice(7), 300)]) await sendAndEnd(node.url, bytes);
      await expectUnmoved();
    },
    LIMIT_MILLISECONDS,
  );

  it(
    'is cut off at once when it announces more than a message may have, or less than one needs',
    async () => {
      for (const claimed of [48_000_001, 0x7fff_ffff, -1, 0, 15]) {
        const one = await openUnfinished(node.url, claimed, 0);
        if (!one.closed) await once(one.resume(), 'close');
      }
      await expectUnmoved();
    },
    LIMIT_MILLISECONDS,
  );

  it(
    'takes no more memory than it sends, and gives it back when it goes',
    async () => {
      const before = residentMegabytes(node.pid);
      const claiming = await Promise.all(Array.from({ length: 50 }, () => openUnfinished(node.url, 47_000_000, 10)));
      const [sending] = await Promise.all([openUnfinished(node.url, 47_000_000, 40_000_000), expectUnmoved()]);
      expect(residentMegabytes(node.pid) - before).toBeLessThan(200);
      for (const one of [...claiming, sending]) one.destroy();
      await expectUnmoved();
    },
    LIMIT_MILLISECONDS,
  );

  it(
    'is refused a document that is too large, in a call of its own',
    async () => {
      const client = await MongoClient.connect(node.url);
      const entries = client.db('trouble').collection('large');
      const [half] = [{ pad: 'x'.repeat(9_000_000) }];
      await entries.insertOne({ ...half });
      await expect(entries.updateOne({}, { $set: { more: half.pad } })).rejects.toMatchObject({ code: 10334 });
      await client.close();
      await expectUnmoved();
    },
    LIMIT_MILLISECONDS,
  );

  it('may go at any moment', async () => {
    const one = await openSocket(node.url);
    one.resetAndDestroy();
    await expectUnmoved();
  });
});
