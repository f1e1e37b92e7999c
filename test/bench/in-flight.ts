/** Does `work` for each index below `count`, at most `width` at a time, and answers how many were done per second. */
export const rateInFlight = async (
  count: number,
  width: number,
  work: (index: number) => Promise<unknown>,
): Promise<number> => {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < count) {
      const index = next;
      next += 1;
      await work(index);
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: width }, lane));
  return (count / (performance.now() - startedAt)) * 1_000;
};
