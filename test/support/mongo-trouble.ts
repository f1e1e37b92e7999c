import { once } from 'node:events';
import type { Socket } from 'node:net';
import { MongoClient } from 'mongodb';
import type { Dice } from './dice';
import { messageOf, openSocket } from './raw-mongo-clients';

const padOfKilobyte = 'x'.repeat(1_000);

/** A collection of so many megabytes. */
export const fillWide = async (url: string, megabytes: number): Promise<void> => {
  const client = await MongoClient.connect(url);
  const wide = client.db('trouble').collection<{ _id: string; pad: string }>('wide');
  for (let written = 0; written < megabytes; written++)
    await wide.insertMany(
      Array.from({ length: 1_000 }, (_, n) => ({ _id: `${String(written)}-${String(n)}`, pad: padOfKilobyte })),
    );
  await client.close();
};

/** A client that asks for a megabyte so many times and reads no answer. */
export const openSleeper = async (url: string, questions: number): Promise<Socket> => {
  const socket = (await openSocket(url)).pause();
  for (let question = 0; question < questions; question++)
    socket.write(messageOf({ find: 'wide', batchSize: 1_000, singleBatch: true, $db: 'trouble' }, question));
  return socket;
};

/** Bytes that are no message, or one only almost. */
export const nonsense = ({ number }: Dice, count: number): readonly Buffer[] => {
  const sound = messageOf({ insert: 'made', documents: [{ _id: 1, list: [{ a: 1 }, 'b', 2.5] }], $db: 'trouble' });
  return Array.from({ length: count }, (_, n) => {
    if (n % 3 === 0) return Buffer.from(Array.from({ length: 16 + number(400) }, () => number(256)));
    const bent = Buffer.from(sound);
    for (let turned = 0; turned <= number(3); turned++) bent.writeUInt8(number(256), number(bent.length));
    return n % 3 === 1 ? bent : bent.subarray(0, number(bent.length));
  });
};

/** Sends the bytes and nothing more; resolves when the node has closed the connection, as it must once nothing more can come. */
export const sendAndEnd = async (url: string, bytes: Buffer): Promise<void> => {
  const socket = (await openSocket(url)).resume();
  const closed = once(socket, 'close');
  socket.end(bytes);
  await closed;
};

/** A client that has begun a message that claims to be so long, has sent a part of it and says no more. */
export const openUnfinished = async (url: string, claimed: number, sent: number): Promise<Socket> => {
  const socket = await openSocket(url);
  const header = Buffer.alloc(16);
  header.writeInt32LE(claimed, 0);
  header.writeInt32LE(2013, 12);
  socket.write(header);
  await new Promise((resolve) => socket.write(Buffer.alloc(sent), resolve));
  return socket;
};
