import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';
import type { Readiness } from './readiness';

/** Tells on a port how the reactor stands: `/health/live`, `/health/ready` and `/metrics`. */
export interface OperationsServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** What is told. */
export interface OperationsParts {
  readonly port: number;
  readonly host: string;
  readonly readiness: () => Promise<Readiness>;
  readonly metrics: Registry;
}

/** Opens the port. */
export const serveOperations = async (parts: OperationsParts): Promise<OperationsServer> => {
  const server = createServer((request, response) => {
    answer(request, response, parts).catch(() => json(response, 503, { ready: false }));
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(parts.port, parts.host, done);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${parts.host}:${port}`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
};

const answer = async (
  { url }: IncomingMessage,
  response: ServerResponse,
  { readiness, metrics }: OperationsParts,
): Promise<void> => {
  if (url === '/health/live') json(response, 200, { live: true });
  else if (url === '/health/ready') {
    const report = await readiness();
    json(response, report.ready ? 200 : 503, report);
  } else if (url === '/metrics')
    response.writeHead(200, { 'content-type': metrics.contentType }).end(await metrics.metrics());
  else json(response, 404, {});
};

const json = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};
