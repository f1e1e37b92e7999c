import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { BSON, MongoClient } from 'mongodb';
import type { Document } from 'mongodb';

const opMsg = 2013;
const bodyAt = 21;

/** A command as a message of the wire protocol. */
export const messageOf = (command: Document, requestId = 1): Buffer => {
  const body = BSON.serialize(command);
  const message = Buffer.alloc(bodyAt + body.length);
  message.writeInt32LE(message.length, 0);
  message.writeInt32LE(requestId, 4);
  message.writeInt32LE(opMsg, 12);
  message.set(body, bodyAt);
  return message;
};

/** A connection without a driver, to do with it what no driver does; its errors are nobody's concern. */
export const openSocket = (url: string): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url.replace('mongodb:', 'http:'));
    const socket = connect(Number(port), hostname, () => resolve(socket.off('error', reject)));
    socket.once('error', reject).on('error', () => undefined);
  });

/** Connections that have said hello and now wait. */
export const openIdle = async (url: string, count: number): Promise<readonly Socket[]> => {
  const sockets: Socket[] = [];
  while (sockets.length < count) {
    const some = Array.from({ length: Math.min(100, count - sockets.length) }, () => openSocket(url));
    sockets.push(...(await Promise.all(some)));
  }
  await Promise.all(
    sockets.map(
      (socket) =>
        new Promise((resolve) => {
          socket.once('data', resolve).write(messageOf({ hello: 1, $db: 'admin' }));
        }),
    ),
  );
  return sockets;
};

/** What a process holds in memory, in MB: its own, without the pages of files that the system lets it see. */
export const residentMegabytes = (pid: number): number =>
  Number(/RssAnon:\s+(\d+) kB/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1] ?? 0) / 1024;

/** The slowest of some writes and reads of a client that behaves, in milliseconds. */
export const slowestAnswer = async (url: string, times = 20): Promise<number> => {
  const client = await MongoClient.connect(url, { serverSelectionTimeoutMS: 5_000 });
  const entries = client.db('others').collection<{ _id: string; n: number }>('entries');
  let slowest = 0;
  for (let n = 0; n < times; n++) {
    const startedAt = performance.now();
    await entries.updateOne({ _id: 'one' }, { $set: { n } }, { upsert: true });
    if ((await entries.findOne({ _id: 'one' }))?.n !== n) throw new Error('What was written is not read.');
    slowest = Math.max(slowest, performance.now() - startedAt);
  }
  await client.close();
  return slowest;
};
