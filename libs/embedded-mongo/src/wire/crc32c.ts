/** Castagnoli's polynomial, bits reversed (RFC 3720). */
const polynomial = 0x82f6_3b78;

const table = Uint32Array.from({ length: 256 }, (_unused, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++)
    remainder = (remainder & 1) === 1 ? (remainder >>> 1) ^ polynomial : remainder >>> 1;
  return remainder >>> 0;
});

/** The CRC-32C of the bytes. */
export const crc32c = (bytes: Uint8Array): number => {
  let checksum = 0xffff_ffff;
  for (const byte of bytes) checksum = (table[(checksum ^ byte) & 0xff] ?? 0) ^ (checksum >>> 8);
  return (checksum ^ 0xffff_ffff) >>> 0;
};
