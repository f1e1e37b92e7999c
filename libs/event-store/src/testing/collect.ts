/** All that an iteration gives. */
export const collect = async <T>(iteration: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const one of iteration) all.push(one);
  return all;
};
