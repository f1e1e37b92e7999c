/** A list of numbers in a typed array that doubles when it is full. */
export interface GrowingArray {
  readonly length: () => number;
  /** The number at `at`, which must be below the length. */
  readonly at: (at: number) => number;
  readonly push: (value: number) => void;
  /** Changes the number at `at`, which must be below the length. */
  readonly set: (at: number, value: number) => void;
}

const FIRST_CAPACITY = 1024;

export const growingArray = (kind: typeof Float64Array | typeof Uint32Array): GrowingArray => {
  let values = new kind(FIRST_CAPACITY);
  let length = 0;
  return {
    length: () => length,
    at: (at) => values[at] ?? Number.NaN,
    push: (value) => {
      if (length === values.length) {
        const larger = new kind(length * 2);
        larger.set(values);
        values = larger;
      }
      values[length++] = value;
    },
    set: (at, value) => {
      values[at] = value;
    },
  };
};
