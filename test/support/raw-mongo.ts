import { connect } from 'node:net';
import { BSON } from 'mongodb';
import type { Document } from 'mongodb';

/** Header, flags and section kind of an OP_MSG (mongodb/specifications, "OP_MSG"). */
const prefixLength = 21;
const opMsg = 2013;

/** Sends one command exactly as given, on a connection of its own, and answers the reply: for what a driver would not send. */
export const sendRaw = (url: string, command: Document): Promise<Document> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url.replace('mongodb:', 'http:'));
    const body = BSON.serialize(command);
    const message = Buffer.alloc(prefixLength + body.length);
    message.writeInt32LE(message.length, 0);
    message.writeInt32LE(1, 4);
    message.writeInt32LE(opMsg, 12);
    message.set(body, prefixLength);
    const socket = connect(Number(port), hostname, () => socket.write(message));
    let received = Buffer.alloc(0);
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      if (received.length < 4 || received.length < received.readInt32LE(0)) return;
      socket.end();
      resolve(BSON.deserialize(received.subarray(prefixLength)));
    });
  });
