import {
  Client,
  credentials,
  type sendUnaryData,
  Server,
  ServerCredentials,
  type ServerDuplexStream,
  type ServerUnaryCall,
  type ServerWritableStream,
} from '@grpc/grpc-js';
import { methods } from './methods';

const { read, batchAppend, supported } = methods;

/** A request begins with its correlation id, and so does the answer to it: one tag, one length, and so many bytes. */
const correlationOf = (message: Buffer): Buffer => message.subarray(0, 2 + (message[1] ?? 0));

/** Asks the real event store, in bytes. */
const asker = (address: string) => {
  const client = new Client(address, credentials.createInsecure(), { 'grpc.max_receive_message_length': -1 });
  return {
    supported: (request: Buffer): Promise<Buffer> =>
      new Promise((resolve, reject) => {
        const { path, requestSerialize, responseDeserialize } = supported;
        client.makeUnaryRequest(path, requestSerialize, responseDeserialize, request, (error, answer) => {
          if (error === null && answer !== undefined) resolve(answer);
          else reject(error ?? new Error('There is no answer.'));
        });
      }),
    read: async (request: Buffer): Promise<readonly Buffer[]> => {
      const answers: Buffer[] = [];
      const call = client.makeServerStreamRequest(read.path, read.requestSerialize, read.responseDeserialize, request);
      for await (const answer of call) answers.push(answer as Buffer);
      return answers;
    },
    /** What follows the correlation id in the answer to an append. */
    append: (request: Buffer): Promise<Buffer> =>
      new Promise((resolve, reject) => {
        const { path, requestSerialize, responseDeserialize } = batchAppend;
        const call = client.makeBidiStreamRequest(path, requestSerialize, responseDeserialize);
        call.once('error', reject);
        call.once('data', (answer: Buffer) => {
          resolve(answer.subarray(correlationOf(request).length));
          call.end();
        });
        call.write(request);
      }),
  };
};

/** Asks once for each request, and remembers the answer. */
const remembered = <Answer>(ask: (request: Buffer) => Promise<Answer>) => {
  const answers = new Map<string, Promise<Answer>>();
  return (request: Buffer, key = request.toString('latin1')): Promise<Answer> => {
    const known = answers.get(key) ?? ask(request);
    answers.set(key, known);
    return known;
  };
};

const fail = (call: { readonly emit: (event: 'error', error: unknown) => boolean }) => (error: unknown) =>
  call.emit('error', error);

/** Messages that are written before anybody waits for the receiver, as the event store does. */
const pageMessages = 512;

const writeAll = async (call: ServerWritableStream<Buffer, Buffer>, answers: readonly Buffer[]): Promise<void> => {
  for (let from = 0; from < answers.length; from += pageMessages) {
    const wants = answers.slice(from, from + pageMessages).map((answer) => call.write(answer));
    if (wants.at(-1) === false) await new Promise((resolve) => call.once('drain', resolve));
  }
  call.end();
};

/**
 * Serves the official client from memory: what it asks for the first time is asked of a real event store, and from then on
 * answered with the same bytes; every append is answered as the first one was, and kept nowhere. No event store that is reached
 * over the same protocol by the same library can be faster.
 */
export const serveFromMemory = (address: string): Promise<number> => {
  const ask = asker(address);
  const [supportedOf, messagesOf, tailOf] = [remembered(ask.supported), remembered(ask.read), remembered(ask.append)];
  const server = new Server({ 'grpc.max_receive_message_length': -1 });
  server.addService(methods, {
    supported: (call: ServerUnaryCall<Buffer, Buffer>, answer: sendUnaryData<Buffer>) => {
      supportedOf(call.request).then((bytes) => answer(null, bytes), fail(call));
    },
    read: (call: ServerWritableStream<Buffer, Buffer>) => {
      messagesOf(call.request)
        .then((answers) => writeAll(call, answers))
        .catch(fail(call));
    },
    batchAppend: (call: ServerDuplexStream<Buffer, Buffer>) => {
      call.on('data', (message: Buffer) => {
        tailOf(message, 'any').then((tail) => call.write(Buffer.concat([correlationOf(message), tail])), fail(call));
      });
      call.on('end', () => call.end());
    },
  });
  return new Promise((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => {
      if (error === null) resolve(port);
      else reject(error);
    });
  });
};
