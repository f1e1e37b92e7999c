import { checkDocument, Document, InvalidBson, List, string } from '../bson';
import type { Value } from '../bson';
import { crc32c } from './crc32c';
import { BrokenFrame, frame } from './frame';
import type { Frame } from './frame';

const opReply = 1;
const opQuery = 2004;
const opMsg = 2013;
const checksumPresent = 1;
const moreToCome = 2;
const knownRequiredBits = 0xffff & ~(checksumPresent | moreToCome);

/** A command as it arrived, and how its answer is to be sent. */
export type Request = {
  readonly requestId: number;
  readonly command: Document;
  /** Unacknowledged: nothing may be sent back. */
  readonly silent: boolean;
  readonly answer: (reply: Document) => Buffer;
};

let lastRequestId = 0;

const nextRequestId = (): number => (lastRequestId = (lastRequestId + 1) & 0x7fff_ffff);

/** Reads a request out of a message; refuses other kinds of message and anything malformed. */
export const readRequest = (message: Frame): Request => {
  if (message.opCode === opMsg) return readMsg(message);
  if (message.opCode === opQuery) return readQuery(message);
  throw new BrokenFrame(`operation ${message.opCode} is not supported`);
};

const readMsg = ({ requestId, body }: Frame): Request => {
  if (body.length < 5) throw new BrokenFrame('OP_MSG is cut off');
  const flags = body.readUInt32LE(0);
  if ((flags & knownRequiredBits) !== 0) throw new BrokenFrame(`OP_MSG has unknown flags ${flags}`);
  const end = (flags & checksumPresent) === 0 ? body.length : body.length - 4;
  if ((flags & checksumPresent) !== 0) requireChecksum(requestId, body, end);
  return {
    requestId,
    command: readSections(body, end),
    silent: (flags & moreToCome) !== 0,
    answer: (reply) => frame(nextRequestId(), requestId, opMsg, [msgPrefix, reply.bytes()]),
  };
};

/** No flags, and one section of kind 0. */
const msgPrefix = Buffer.alloc(5);

const requireChecksum = (requestId: number, body: Buffer, end: number): void => {
  const whole = frame(requestId, 0, opMsg, [body]);
  if (crc32c(whole.subarray(0, whole.length - 4)) !== body.readUInt32LE(end))
    throw new BrokenFrame('OP_MSG has a wrong checksum');
};

const readSections = (body: Buffer, end: number): Document => {
  let command: Document | undefined;
  const sequences: [string, Value][] = [];
  for (let at = 4; at < end;) {
    const kind = body[at];
    if (kind === 0) {
      if (command) throw new InvalidBson('a message has one body');
      const start = at + 1;
      at = checkDocument(body, start, end);
      command = Document.fromBytes(body, start);
    } else if (kind === 1) {
      const sequence = readSequence(body, at + 1, end);
      sequences.push([sequence.name, sequence.documents]);
      at = sequence.end;
    } else throw new BrokenFrame(`section of kind ${kind ?? 'none'}`);
  }
  if (!command) throw new InvalidBson('a message needs a body');
  return sequences.reduce((whole, [name, documents]) => whole.with(name, documents), command);
};

const readSequence = (
  body: Buffer,
  start: number,
  limit: number,
): { readonly name: string; readonly documents: Value; readonly end: number } => {
  if (limit - start < 5) throw new InvalidBson('a document sequence is cut off');
  const end = start + body.readInt32LE(start);
  const nameEnd = body.indexOf(0, start + 4);
  if (end > limit || nameEnd < 0 || nameEnd >= end) throw new InvalidBson('a document sequence has a wrong length');
  const documents: Value[] = [];
  for (let at = nameEnd + 1; at < end;) {
    documents.push({ type: 'object', value: Document.fromBytes(body, at) });
    at = checkDocument(body, at, end);
  }
  return {
    name: body.toString('utf8', start + 4, nameEnd),
    documents: { type: 'array', value: List.of(documents) },
    end,
  };
};

/** The old form, in which drivers say hello before they know what the server understands. */
const readQuery = ({ requestId, body }: Frame): Request => {
  const nameEnd = body.indexOf(0, 4);
  if (body.length < 18 || nameEnd < 0 || body.length < nameEnd + 14) throw new BrokenFrame('OP_QUERY is cut off');
  const start = nameEnd + 9;
  checkDocument(body, start, body.length);
  const database = body.toString('utf8', 4, nameEnd).replace(/\.\$cmd$/, '');
  return {
    requestId,
    command: Document.fromBytes(body, start).with('$db', string(database)),
    silent: false,
    answer: (reply) => frame(nextRequestId(), requestId, opReply, [replyPrefix, reply.bytes()]),
  };
};

/** Flag AwaitCapable, no cursor, from the start, one document. */
const replyPrefix = Buffer.from([8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0]);
