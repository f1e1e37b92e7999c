/** Distinguished Encoding Rules (X.690), as far as a certificate needs them. */

const LONG_FORM = 0x80;

const lengthBytes = (length: number): Buffer => {
  if (length < LONG_FORM) return Buffer.from([length]);
  const bytes = length < 0x100 ? [length] : [length >> 8, length & 0xff];
  return Buffer.from([LONG_FORM + bytes.length, ...bytes]);
};

/** A value with its tag and its length, which must be below 64 KiB. */
export const der = (tag: number, ...content: readonly Buffer[]): Buffer => {
  const value = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag]), lengthBytes(value.length), value]);
};

export const sequence = (...content: readonly Buffer[]): Buffer => der(0x30, ...content);

export const setOf = (...content: readonly Buffer[]): Buffer => der(0x31, ...content);

/** An integer in the fewest bytes that hold it; its first bit is the sign. */
export const integer = (bytes: Buffer): Buffer => der(0x02, bytes);

/** An object identifier by its encoded bytes. */
export const objectId = (...bytes: readonly number[]): Buffer => der(0x06, Buffer.from(bytes));

export const utf8 = (text: string): Buffer => der(0x0c, Buffer.from(text));

export const octets = (content: Buffer): Buffer => der(0x04, content);

/** A string of bits of which the last `unused` do not count. */
export const bits = (content: Buffer, unused = 0): Buffer => der(0x03, Buffer.from([unused]), content);

export const yes = der(0x01, Buffer.from([0xff]));

/** A value inside a tag of its own, counted by the context. */
export const explicit = (number: number, content: Buffer): Buffer => der(0xa0 + number, content);

/** `361231235959Z`, and with the century from 2050 on: RFC 5280 wants it so. */
export const time = (date: Date): Buffer => {
  const text = date.toISOString().replaceAll(/[-:T]|\.\d+/g, '');
  return date.getUTCFullYear() < 2050 ? der(0x17, Buffer.from(text.slice(2))) : der(0x18, Buffer.from(text));
};
