import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PayerError } from '@referral/payer';
import { deliver } from './deliver';
import { Desk, type DeskSettings, type Reply } from './desk';
import { NotAQuestion } from './question';

/** Requests have some kilobytes. */
const mostBytes = 1024 * 1024;

/** A payer that can be asked. */
export interface RunningPayer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** What the server is told; `onReply` hears of every request that was understood, `onTrouble` of those that broke off. */
export interface ServerSettings extends DeskSettings {
  /** 0 takes any free one. */
  readonly port: number;
  readonly onReply: (reply: Reply) => void;
  readonly onTrouble: (error: unknown) => void;
}

/** Serves a simulated payer on this machine alone: documents are posted to any path. */
export const serve = async (settings: ServerSettings): Promise<RunningPayer> => {
  const desk = new Desk(settings);
  const server = createServer((request, response) => {
    answer(request, response, desk, settings).catch((error: unknown) => {
      settings.onTrouble(error);
      response.destroy();
    });
  });
  await listening(server, settings.port);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
};

const listening = (server: Server, port: number): Promise<void> =>
  new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => done());
  });

const answer = async (
  request: IncomingMessage,
  response: ServerResponse,
  desk: Desk,
  { clock, onReply }: ServerSettings,
): Promise<void> => {
  try {
    const reply = desk.reply(await documentIn(request));
    onReply(reply);
    deliver(response, reply, clock());
  } catch (error) {
    if (!(error instanceof NotAQuestion || error instanceof PayerError)) throw error;
    response.writeHead(400, { 'content-type': 'text/plain', connection: 'close' }).end(`${error.message}\n`);
  }
};

const documentIn = async (request: IncomingMessage): Promise<string> => {
  if (request.method !== 'POST') throw new NotAQuestion('An X12 document is to be posted.');
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > mostBytes) throw new NotAQuestion('The document is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};
