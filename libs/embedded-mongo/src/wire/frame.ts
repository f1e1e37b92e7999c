/** The largest message taken, as announced in hello (MongoDB's maxMessageSizeBytes). */
export const largestMessage = 48_000_000;

const headerLength = 16;

/** One message of the wire protocol. */
export type Frame = { readonly requestId: number; readonly opCode: number; readonly body: Buffer };

/** What arrived is not the wire protocol; the connection cannot go on. */
export class BrokenFrame extends Error {
  override readonly name = 'BrokenFrame';
}

/** Cuts a byte stream into messages. Memory grows with the bytes received, never with the length a header claims. */
export const frameReader = (): ((chunk: Buffer) => readonly Frame[]) => {
  let chunks: Buffer[] = [];
  let received = 0;
  let wanted = headerLength;
  return (chunk) => {
    chunks.push(chunk);
    received += chunk.length;
    if (received < wanted) return [];
    let buffer = Buffer.concat(chunks);
    const frames: Frame[] = [];
    for (;;) {
      wanted = buffer.length < 4 ? headerLength : lengthOf(buffer);
      if (buffer.length < wanted) break;
      frames.push({
        requestId: buffer.readInt32LE(4),
        opCode: buffer.readInt32LE(12),
        body: buffer.subarray(headerLength, wanted),
      });
      buffer = buffer.subarray(wanted);
      wanted = headerLength;
    }
    chunks = buffer.length > 0 ? [buffer] : [];
    received = buffer.length;
    return frames;
  };
};

const lengthOf = (buffer: Buffer): number => {
  const length = buffer.readInt32LE(0);
  if (length < headerLength || length > largestMessage) throw new BrokenFrame(`message length ${length}`);
  return length;
};

/** A message with its header. */
export const frame = (requestId: number, responseTo: number, opCode: number, parts: readonly Buffer[]): Buffer => {
  const header = Buffer.alloc(headerLength);
  header.writeInt32LE(
    parts.reduce((sum, part) => sum + part.length, headerLength),
    0,
  );
  header.writeInt32LE(requestId, 4);
  header.writeInt32LE(responseTo, 8);
  header.writeInt32LE(opCode, 12);
  return Buffer.concat([header, ...parts]);
};
