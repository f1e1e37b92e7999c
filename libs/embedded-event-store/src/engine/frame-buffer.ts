/** Bytes that grow while a frame is written into them and are used again for the next one. */
export interface FrameBuffer {
  readonly bytes: () => Buffer;
  /** Makes room for `length` more bytes behind `end`; what was written stays. */
  readonly reserve: (end: number, length: number) => void;
  /** Gives up room that only a rare, large frame needed. */
  readonly release: () => void;
}

const USUAL_CAPACITY = 1024 * 1024;
const KEPT_CAPACITY = 16 * 1024 * 1024;

export const createFrameBuffer = (): FrameBuffer => {
  let bytes = Buffer.allocUnsafe(USUAL_CAPACITY);
  return {
    bytes: () => bytes,
    reserve: (end, length) => {
      if (end + length <= bytes.length) return;
      const larger = Buffer.allocUnsafe(Math.max(bytes.length * 2, end + length));
      bytes.copy(larger, 0, 0, end);
      bytes = larger;
    },
    release: () => {
      if (bytes.length > KEPT_CAPACITY) bytes = Buffer.allocUnsafe(USUAL_CAPACITY);
    },
  };
};
