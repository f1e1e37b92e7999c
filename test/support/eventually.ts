/**
 * Looks again until `look` answers something other than `undefined`; fails after `withinMs` with what it waited for. The pauses grow with
 * the time that has passed, from 20 to 250 ms: a look is work for the system that it waits for.
 */
export const eventually = async <Value>(
  what: string,
  look: () => Promise<Value | undefined> | Value | undefined,
  withinMs = 60_000,
): Promise<Value> => {
  const start = Date.now();
  for (let trouble: unknown; ;) {
    try {
      const value = await look();
      if (value !== undefined) return value;
    } catch (error) {
      trouble = error;
    }
    const passed = Date.now() - start;
    if (passed > withinMs) throw new Error(`${what}: not within ${String(withinMs)} ms`, { cause: trouble });
    await new Promise((resolve) => setTimeout(resolve, Math.min(Math.max(20, passed / 10), 250)));
  }
};
