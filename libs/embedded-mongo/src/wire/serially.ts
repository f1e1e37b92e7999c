const tails = new Map<string, Promise<unknown>>();

/** Runs jobs of one key one after another, so that a repeated command waits for the attempt before it. */
export const serially = async <Result>(key: string, job: () => Promise<Result>): Promise<Result> => {
  const before = tails.get(key) ?? Promise.resolve();
  const current = before.then(job, job);
  tails.set(key, current);
  try {
    return await current;
  } finally {
    if (tails.get(key) === current) tails.delete(key);
  }
};
