const versions = 60;

/** What is written again and again, and how readers see it. */
export interface Watched {
  readonly things: number;
  /** The versions that a reader finds of a thing now; all of it is written at once, and 0 is before the first time. */
  readonly found: (thing: number) => readonly number[];
  /** Writes a version of a thing; `wrong` is told of what the write itself sees amiss. Resolves when it is acknowledged. */
  readonly write: (thing: number, version: number, wrong: (what: string) => void) => Promise<void>;
}

/**
 * Writes all things side by side, each version by version, while readers look at whatever moment. Tells every look that missed what was
 * acknowledged, saw what was not yet attempted, or saw parts of different versions.
 */
export const wrongLooks = async ({ things, found, write }: Watched): Promise<readonly string[]> => {
  const every = Array.from({ length: things }, (_, thing) => thing);
  const acknowledged = every.map(() => 0);
  const attempted = every.map(() => 0);
  const wrong: string[] = [];
  let reading = true;
  const look = (): void => {
    for (const thing of every) {
      const [least, most] = [acknowledged[thing] ?? 0, attempted[thing] ?? 0];
      const seen = found(thing);
      if (new Set(seen).size > 1 || seen.some((version) => version < least || version > most))
        wrong.push(`${String(thing)}: ${seen.join(' and ')} of ${String(least)}`);
    }
  };
  // One reader looks once in each turn of the event loop, the other also between the steps within it.
  const readers = [1, 20].map(async (looks) => {
    while (reading) {
      for (let done = 0; done < looks; done += 1) {
        look();
        await Promise.resolve();
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
  });
  const writers = every.map(async (thing) => {
    for (let version = 1; version <= versions; version += 1) {
      attempted[thing] = version;
      await write(thing, version, (what) => wrong.push(what));
      acknowledged[thing] = version;
      look();
    }
  });
  await Promise.all(writers);
  reading = false;
  await Promise.all(readers);
  return wrong;
};
