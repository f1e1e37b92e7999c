/** Bytes that an unsigned varint takes. */
export const varintLength = (value: number): number => {
  let length = 1;
  for (let rest = value; rest >= 128; rest = Math.floor(rest / 128)) length += 1;
  return length;
};

/** Writes an unsigned varint (at most 2^53) and returns where it ends. */
export const writeVarint = (target: Buffer, at: number, value: number): number => {
  let rest = value;
  let end = at;
  while (rest >= 128) {
    target[end++] = (rest % 128) | 0x80;
    rest = Math.floor(rest / 128);
  }
  target[end++] = rest;
  return end;
};

/** The varint of any unsigned 64-bit value. */
const bigVarint = (value: bigint): Buffer => {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>= 7n) {
    if (rest < 128n) return Buffer.from([...bytes, Number(rest)]);
    bytes.push(Number(rest & 0x7fn) | 0x80);
  }
};

const varint = (value: number | bigint): Buffer => {
  if (typeof value === 'bigint' && value > BigInt(Number.MAX_SAFE_INTEGER)) return bigVarint(value);
  const bytes = Buffer.allocUnsafe(varintLength(Number(value)));
  writeVarint(bytes, 0, Number(value));
  return bytes;
};

/** A varint field: integers, booleans and enumerations. */
export const varintField = (field: number, value: number | bigint): Buffer =>
  Buffer.concat([varint(field * 8), varint(value)]);

/** A length-delimited field: bytes, or an embedded message made of its fields. */
export const field = (number: number, ...content: readonly Buffer[]): Buffer => {
  const length = content.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([varint(number * 8 + 2), varint(length), ...content]);
};

export const textField = (number: number, text: string): Buffer => field(number, Buffer.from(text, 'utf8'));
