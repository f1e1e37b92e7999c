const initialCapacity = 512;

/** A growing buffer with BSON's little-endian primitives. */
export class ByteWriter {
  private buffer = Buffer.allocUnsafe(initialCapacity);
  private length = 0;

  /** Starts a document or array; `close` fills in its length. */
  open(): number {
    const start = this.length;
    this.int32(0);
    return start;
  }

  close(start: number): void {
    this.byte(0);
    this.buffer.writeInt32LE(this.length - start, start);
  }

  byte(value: number): void {
    this.reserve(1);
    this.buffer[this.length++] = value;
  }

  int32(value: number): void {
    this.reserve(4);
    this.length = this.buffer.writeInt32LE(value, this.length);
  }

  int64(value: bigint): void {
    this.reserve(8);
    this.length = this.buffer.writeBigUInt64LE(BigInt.asUintN(64, value), this.length);
  }

  double(value: number): void {
    this.reserve(8);
    this.length = this.buffer.writeDoubleLE(value, this.length);
  }

  cstring(value: string): void {
    this.reserve(value.length * 3 + 1);
    this.length += this.buffer.write(value, this.length, 'utf8');
    this.buffer[this.length++] = 0;
  }

  string(value: string): void {
    this.reserve(value.length * 3 + 5);
    const written = this.buffer.write(value, this.length + 4, 'utf8');
    this.buffer.writeInt32LE(written + 1, this.length);
    this.length += 4 + written;
    this.buffer[this.length++] = 0;
  }

  bytes(value: Uint8Array): void {
    this.reserve(value.length);
    this.buffer.set(value, this.length);
    this.length += value.length;
  }

  /** The bytes written; nothing may be written after that. They are copied where most of the buffer would be kept for nothing. */
  take(): Buffer {
    const bytes = this.buffer.subarray(0, this.length);
    return this.length * 2 < this.buffer.length ? Buffer.from(bytes) : bytes;
  }

  private reserve(extra: number): void {
    if (this.length + extra <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.length + extra));
    larger.set(this.buffer.subarray(0, this.length));
    this.buffer = larger;
  }
}
