/** Bytes that are not BSON. The message names the offset and the reason, never content. */
export class InvalidBson extends Error {
  override readonly name = 'InvalidBson';
}

/** MongoDB's documented limit on nesting is 100 levels; commands wrap documents in a few more. */
const deepest = 110;

const fixedLengths: Readonly<Record<number, number>> = {
  1: 8,
  6: 0,
  7: 12,
  8: 1,
  9: 8,
  10: 0,
  16: 4,
  17: 8,
  18: 8,
  19: 16,
  127: 0,
  255: 0,
};

/**
 * Walks the document at `start` and refuses anything whose lengths, terminators, types or nesting are not BSON, so that
 * the decoders may trust it. Allocates nothing. Returns the offset after the document.
 */
export const checkDocument = (buffer: Buffer, start: number, limit: number, depth = 0): number => {
  if (depth > deepest) throw new InvalidBson(`nested deeper than ${deepest} levels`);
  if (limit - start < 5) throw new InvalidBson(`document at ${start} is cut off`);
  const length = buffer.readInt32LE(start);
  if (length < 5 || length > limit - start) throw new InvalidBson(`document at ${start} has length ${length}`);
  const end = start + length - 1;
  if (buffer[end] !== 0) throw new InvalidBson(`document at ${start} is not terminated`);
  let at = start + 4;
  while (at < end) {
    const valueStart = endOfCstring(buffer, at + 1, end);
    at = checkValue(buffer, buffer[at] ?? 0, valueStart, end, depth);
  }
  if (at !== end) throw new InvalidBson(`document at ${start} overruns its length`);
  return end + 1;
};

const endOfCstring = (buffer: Buffer, at: number, limit: number): number => {
  // Names are short: a loop is faster here than a call into native code.
  let zero = at;
  while (zero < limit && buffer[zero] !== 0) zero++;
  if (zero >= limit) throw new InvalidBson(`name at ${at} is not terminated`);
  return zero + 1;
};

const checkValue = (buffer: Buffer, type: number, at: number, limit: number, depth: number): number => {
  const fixed = fixedLengths[type];
  if (fixed !== undefined) return within(at, fixed, limit);
  switch (type) {
    case 2:
    case 13:
    case 14:
      return checkString(buffer, at, limit);
    case 3:
    case 4:
      return checkDocument(buffer, at, limit, depth + 1);
    case 5:
      return within(at, 5 + lengthAt(buffer, at, limit, 0), limit);
    case 11:
      return endOfCstring(buffer, endOfCstring(buffer, at, limit), limit);
    case 12:
      return within(checkString(buffer, at, limit), 12, limit);
    case 15:
      return checkCodeWithScope(buffer, at, limit, depth);
    default:
      throw new InvalidBson(`unknown type ${type} at ${at}`);
  }
};

const checkCodeWithScope = (buffer: Buffer, at: number, limit: number, depth: number): number => {
  const end = within(at, lengthAt(buffer, at, limit, 14), limit);
  const scopeEnd = checkDocument(buffer, checkString(buffer, at + 4, end), end, depth + 1);
  if (scopeEnd !== end) throw new InvalidBson(`code with scope at ${at} has a wrong length`);
  return end;
};

const checkString = (buffer: Buffer, at: number, limit: number): number => {
  const end = within(at, 4 + lengthAt(buffer, at, limit, 1), limit);
  if (buffer[end - 1] !== 0) throw new InvalidBson(`string at ${at} is not terminated`);
  return end;
};

const lengthAt = (buffer: Buffer, at: number, limit: number, smallest: number): number => {
  within(at, 4, limit);
  const length = buffer.readInt32LE(at);
  if (length < smallest) throw new InvalidBson(`length ${length} at ${at}`);
  return length;
};

const within = (at: number, length: number, limit: number): number => {
  if (at + length > limit) throw new InvalidBson(`value at ${at} overruns its document`);
  return at + length;
};
