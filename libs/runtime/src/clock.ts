/** The server clock: the current instant in UTC, ISO 8601 with milliseconds. */
export type Clock = () => string;

/** The machine's clock, or one that started at `startsAt` when it is given (tests only) and runs on from there. */
export const clock = (startsAt?: string): Clock => {
  if (startsAt === undefined) return () => new Date().toISOString();
  const offset = Date.parse(startsAt) - Date.now();
  return () => new Date(Date.now() + offset).toISOString();
};
