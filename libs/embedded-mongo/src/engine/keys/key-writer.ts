const usualCapacity = 2048;

/** A growing buffer for keys: big-endian primitives, and bits turned over for descending fields. */
export class KeyWriter {
  /** Where what is being written begins; before that are keys that were handed out. */
  private start = 0;
  length = 0;
  private buffer: Buffer;

  constructor(private readonly capacity = usualCapacity) {
    this.buffer = Buffer.allocUnsafeSlow(capacity);
  }

  /** Begins a key. While it takes no more than `room` bytes, what is written stays at its place. */
  reset(room = 0): void {
    this.length = this.start;
    this.reserve(room);
  }

  byte(value: number): void {
    this.reserve(1);
    this.buffer[this.length++] = value;
  }

  uint32(value: number): void {
    this.reserve(4);
    this.length = this.buffer.writeUInt32BE(value, this.length);
  }

  uint64(value: bigint): void {
    this.reserve(8);
    this.length = this.buffer.writeBigUInt64BE(value, this.length);
  }

  double(value: number): void {
    this.reserve(8);
    this.length = this.buffer.writeDoubleBE(value, this.length);
  }

  bytes(value: Uint8Array): void {
    this.reserve(value.length);
    this.buffer.set(value, this.length);
    this.length += value.length;
  }

  /** UTF-8 ended by 00 01; a 00 inside becomes 00 FF, so that prefixes sort first and no key begins with another. */
  text(value: string): void {
    this.reserve(value.length * 3 + 2);
    const start = this.length;
    this.length += this.buffer.write(value, start, 'utf8');
    if (value.includes('\0')) this.escapeZeros(start);
    this.byte(0);
    this.byte(1);
  }

  /** Turns over every bit written since `from`, which reverses the order of what was written there. */
  invert(from: number): void {
    for (let at = from; at < this.length; at++) this.buffer[at] = 255 - (this.buffer[at] ?? 0);
  }

  /** A copy of what was written from `from` on. */
  take(from = this.start): Buffer {
    const taken = Buffer.allocUnsafe(this.length - from);
    this.buffer.copy(taken, 0, from, this.length);
    return taken;
  }

  /** What was written, without a copy: the next key is written behind it. For keys that live as long as their neighbours. */
  handOut(): Buffer {
    const key = this.buffer.subarray(this.start, this.length);
    this.start = this.length;
    return key;
  }

  /** Writes what another writer has between `from` and `to`. */
  copy(other: KeyWriter, from: number, to: number): void {
    this.reserve(to - from);
    this.length += other.buffer.copy(this.buffer, this.length, from, to);
  }

  /** Whether `from` to `to` reads the same here and in another writer. */
  isSame(from: number, to: number, other: KeyWriter, otherFrom: number, otherTo: number): boolean {
    if (to - from !== otherTo - otherFrom) return false;
    return this.buffer.compare(other.buffer, otherFrom, otherTo, from, to) === 0;
  }

  /** As `text`, from UTF-8 bytes, when they are plain ASCII without a zero; otherwise nothing is written. */
  plainText(bytes: Buffer, from: number, to: number): boolean {
    const start = this.length;
    this.reserve(to - from + 2);
    for (let at = from; at < to; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === 0 || byte > 127) {
        this.length = start;
        return false;
      }
      this.buffer[this.length++] = byte;
    }
    this.byte(0);
    this.byte(1);
    return true;
  }

  private escapeZeros(start: number): void {
    const raw = this.take(start);
    this.length = start;
    this.reserve(raw.length * 2 + 1);
    for (const byte of raw) {
      this.buffer[this.length++] = byte;
      if (byte === 0) this.buffer[this.length++] = 255;
    }
  }

  private reserve(extra: number): void {
    if (this.length + extra <= this.buffer.length) return;
    const written = this.length - this.start;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.capacity, (written + extra) * 2));
    larger.set(this.buffer.subarray(this.start, this.length));
    this.buffer = larger;
    this.start = 0;
    this.length = written;
  }
}
