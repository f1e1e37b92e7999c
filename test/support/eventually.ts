/** Looks again every 20 ms until `look` answers something other than `undefined`; fails after `withinMs` with what it waited for. */
export const eventually = async <Value>(
  what: string,
  look: () => Promise<Value | undefined> | Value | undefined,
  withinMs = 20_000,
): Promise<Value> => {
  const end = Date.now() + withinMs;
  for (let trouble: unknown; ;) {
    try {
      const value = await look();
      if (value !== undefined) return value;
    } catch (error) {
      trouble = error;
    }
    if (Date.now() > end) throw new Error(`${what}: not within ${String(withinMs)} ms`, { cause: trouble });
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
