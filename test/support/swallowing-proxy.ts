import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** A way to a store that can fall silent, as a cable that is pulled: neither side hears anything, nor that the other is gone. */
export interface SwallowingProxy {
  /** Connection string that leads through it. */
  readonly url: string;
  /** From now on nothing passes in either direction, and nothing is closed. */
  readonly fallSilent: () => void;
  /** Connections that the store has not closed. */
  readonly heldByStore: () => number;
  readonly close: () => void;
}

/** Leads to the EventStoreDB-compatible node at a connection string without TLS. */
export const swallowingProxy = async (storeUrl: string): Promise<SwallowingProxy> => {
  const port = Number(/:(\d+)\?/.exec(storeUrl)?.[1]);
  const sides: (readonly [Socket, Socket])[] = [];
  let isSilent = false;
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    sides.push([near, far]);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const)
      from
        .on('error', () => undefined)
        .on('data', (bytes) => {
          if (!isSilent) to.write(bytes);
        })
        .on('end', () => {
          if (!isSilent) to.end();
        });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: own } = server.address() as AddressInfo;
  return {
    url: storeUrl.replace(`:${port}?`, `:${own}?`),
    fallSilent: () => {
      isSilent = true;
    },
    heldByStore: () => sides.filter(([, far]) => !far.closed && !far.readableEnded).length,
    close: () => {
      server.close();
      for (const socket of sides.flat()) socket.destroy();
    },
  };
};
