import type { Socket } from 'node:net';
import { InvalidBson } from '../bson';
import { DropConnection, dispatch } from './dispatch';
import { BrokenFrame, frameReader } from './frame';
import type { Frame } from './frame';
import { readRequest } from './message';
import type { Connection, Node } from './node';

/** Serves one client: its commands one after another, in the order they came. Whatever it sends, only it can suffer. */
export const serveConnection = (node: Node, socket: Socket, id: number): void => {
  const connection: Connection = {
    id,
    address: `${socket.localAddress?.replace(/^::ffff:/, '') ?? 'localhost'}:${socket.localPort ?? 0}`,
    appName: '',
    gone: false,
  };
  const read = frameReader();
  let queue = Promise.resolve();
  let waiting = 0;
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.on('close', () => {
    connection.gone = true;
    queue = queue.then(() => node.sessions.leave(id));
  });
  socket.on('data', (chunk) => {
    try {
      for (const message of read(chunk)) {
        waiting++;
        queue = queue.then(async () => {
          await answer(node, connection, socket, message);
          if (--waiting < mostWaiting) socket.resume();
          // Others have their turn between two messages of one that sends ahead.
          if (waiting > 0) await new Promise(setImmediate);
        });
      }
      if (waiting >= mostWaiting) socket.pause();
    } catch (error) {
      if (!(error instanceof BrokenFrame)) node.log(error);
      socket.destroy();
    }
  });
};

/** A client that sends ahead of the answers is read no further beyond this many messages. */
const mostWaiting = 64;

const answer = async (node: Node, connection: Connection, socket: Socket, message: Frame): Promise<void> => {
  try {
    const request = readRequest(message);
    const reply = await dispatch(node, connection, request.command);
    if (!request.silent && !socket.destroyed) await send(socket, request.answer(reply));
  } catch (error) {
    if (!isTheirs(error)) node.log(error);
    socket.destroy();
  }
};

/** Nonsense that a client sent, or what a test asked for, is nothing to tell the log. */
const isTheirs = (error: unknown): boolean =>
  error instanceof BrokenFrame || error instanceof InvalidBson || error instanceof DropConnection;

/** Resolves when the client has taken enough, or is gone: answers never pile up in memory. */
const send = (socket: Socket, bytes: Buffer): Promise<void> =>
  new Promise((resolve) => {
    if (socket.write(bytes)) {
      resolve();
      return;
    }
    const done = (): void => {
      socket.off('drain', done);
      socket.off('close', done);
      resolve();
    };
    socket.on('drain', done);
    socket.on('close', done);
  });
