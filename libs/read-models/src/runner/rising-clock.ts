/** Instants by a clock (ms since 1970, told as ISO 8601), each later than the one before also when the clock stands or is set back. */
export const risingClock = (clock: () => number): (() => string) => {
  let last = -Infinity;
  return () => {
    last = Math.max(clock(), last + 1);
    return new Date(last).toISOString();
  };
};
