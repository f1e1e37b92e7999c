/** Names seen lately, by a hash of their bytes: documents of one kind share them, and decoding text anew is slow. */
const slots: (string | undefined)[] = new Array<string | undefined>(4096).fill(undefined);
const longest = 64;

/** The text of the bytes from `start` to `end`. */
export const internedName = (buffer: Buffer, start: number, end: number): string => {
  if (end - start > longest) return buffer.toString('utf8', start, end);
  let hash = 0;
  for (let at = start; at < end; at++) {
    const byte = buffer[at] ?? 0;
    if (byte > 127) return buffer.toString('utf8', start, end);
    hash = (hash * 31 + byte) | 0;
  }
  const slot = (hash ^ (hash >>> 12)) & (slots.length - 1);
  const known = slots[slot];
  if (known !== undefined && isSame(known, buffer, start, end)) return known;
  const text = buffer.toString('latin1', start, end);
  slots[slot] = text;
  return text;
};

const isSame = (text: string, buffer: Buffer, start: number, end: number): boolean => {
  if (text.length !== end - start) return false;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) !== buffer[start + at]) return false;
  return true;
};
