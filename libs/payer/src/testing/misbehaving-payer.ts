import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on this machine that answers as a test wants. */
export interface MisbehavingPayer {
  readonly url: string;
  /** How many requests came so far. */
  readonly asked: () => number;
  readonly behave: (next: RequestListener) => void;
  readonly stop: () => Promise<void>;
}

/** Starts one; until told otherwise it answers nothing at all. */
export const startMisbehavingPayer = async (): Promise<MisbehavingPayer> => {
  let behaviour: RequestListener = () => undefined;
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    behaviour(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked: () => asked,
    behave: (next) => (behaviour = next),
    stop: () => stop(server),
  };
};

const stop = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
