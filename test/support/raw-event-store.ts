import { Client, credentials } from '@grpc/grpc-js';
import type { ServiceError } from '@grpc/grpc-js';

/** A field of a protobuf message: text, bytes or a message made of fields, or a number. */
export const field = (number: number, ...content: readonly (string | Buffer | number)[]): Buffer => {
  const [first] = content;
  if (typeof first === 'number') return Buffer.from([number * 8, ...varint(BigInt(first))]);
  const bytes = Buffer.concat(content.map((part) => Buffer.from(part as string | Buffer)));
  return Buffer.concat([Buffer.from([number * 8 + 2, ...varint(BigInt(bytes.length))]), bytes]);
};

const varint = (value: bigint): readonly number[] =>
  value < 128n ? [Number(value)] : [Number(value & 127n) | 128, ...varint(value >> 7n)];

/** How a call ended: its code, the trailers that clients read, and what it answered before. */
export interface RawAnswer {
  readonly code: number;
  readonly trailers: Readonly<Record<string, unknown>>;
  readonly messages: readonly Buffer[];
}

/** Calls of the client protocol in bytes, without the official client in between. */
export interface RawEventStore {
  /** Sends messages to a method of `Streams` that streams both ways or one, ends its side, and resolves when the call ends. */
  readonly call: (method: string, ...messages: readonly Buffer[]) => Promise<RawAnswer>;
  readonly close: () => void;
}

const asIs = (bytes: Buffer): Buffer => bytes;

/** Connects to a node that speaks in clear. */
export const rawEventStore = (url: string): RawEventStore => {
  const client = new Client(url.slice('esdb://'.length).replace('?tls=false', ''), credentials.createInsecure());
  return {
    call: (method, ...messages) =>
      new Promise((resolve) => {
        const path = `/event_store.client.streams.Streams/${method}`;
        const call = client.makeBidiStreamRequest(path, asIs, asIs);
        const answers: Buffer[] = [];
        call.on('data', (answer: Buffer) => answers.push(answer));
        call.on('error', ({ code, metadata }: ServiceError) => {
          resolve({ code, trailers: metadata.getMap(), messages: answers });
        });
        call.on('end', () => resolve({ code: 0, trailers: {}, messages: answers }));
        for (const message of messages) call.write(message);
        call.end();
      }),
    close: () => client.close(),
  };
};
