import { chmodSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { CONTROL_SOCKET, parseRequest } from './control-request';
import type { ControlAnswer, ControlRequest, Facts } from './control-request';

/** A node that can be asked by programs on the same machine that may use its data folder. */
export interface ControlServer {
  readonly close: () => Promise<void>;
}

const OWNER_ONLY = 0o600;

const answerTo = async (
  line: string,
  answer: (request: ControlRequest) => Promise<Facts> | Facts,
): Promise<ControlAnswer> => {
  try {
    const request = parseRequest(line);
    if (request === undefined) return { ok: false, reason: `The node does not understand ${line}.` };
    return { ok: true, facts: await answer(request) };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
};

/** Listens at a socket in the data folder, of which the caller must be the only owner. One line of JSON each way, then the end. */
export const serveControl = (
  folder: string,
  answer: (request: ControlRequest) => Promise<Facts> | Facts,
): Promise<ControlServer> => {
  const path = join(folder, CONTROL_SOCKET);
  rmSync(path, { force: true }); // left over from a node that was killed
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => undefined).once('close', () => open.delete(socket));
    createInterface(socket).once('line', (line) => {
      void answerTo(line, answer).then((found) => socket.end(`${JSON.stringify(found)}\n`));
    });
  });
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of open) socket.destroy();
    });
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(path, () => {
      chmodSync(path, OWNER_ONLY);
      resolve({ close });
    });
  });
};
