import { connect } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { CONTROL_SOCKET, parseAnswer } from './control-request';
import type { ControlAnswer, ControlRequest } from './control-request';

const NOBODY_LISTENS: readonly unknown[] = ['ENOENT', 'ECONNREFUSED', 'ENOTSOCK'];

const isNobody = (error: Error): boolean => 'code' in error && NOBODY_LISTENS.includes(error.code);

/** Asks the node that runs on a data folder; `undefined` when none does. */
export const askNode = (folder: string, request: ControlRequest): Promise<ControlAnswer | undefined> =>
  new Promise((resolve, reject) => {
    const socket = connect(join(folder, CONTROL_SOCKET));
    socket.once('connect', () => socket.write(`${JSON.stringify(request)}\n`));
    socket.once('error', (error) => {
      if (isNobody(error)) resolve(undefined);
      else reject(error);
    });
    const lines = createInterface(socket);
    lines.once('line', (line) => resolve(parseAnswer(line)));
    lines.once('error', () => undefined); // it is told of by the socket as well
    socket.once('close', () => resolve({ ok: false, reason: 'The node ended before it answered.' }));
  });
