import type { Document } from '../../bson';
import { MongoError } from '../../engine/mongo-error';
import type { Outcome } from '../../engine/write/statements';
import type { Done } from './done';

/** Runs a batch in its order: neighbouring single statements together in one unit, each statement on many documents alone. */
export const mixedBatch = async (
  bodies: readonly Document[],
  ordered: boolean,
  isMulti: (body: Document) => boolean,
  runSingles: (bodies: readonly Document[]) => Promise<readonly Outcome<Done>[]>,
  runMulti: (body: Document) => Promise<Done>,
): Promise<readonly Outcome<Done>[]> => {
  if (!bodies.some(isMulti)) return runSingles(bodies);
  const outcomes: Outcome<Done>[] = [];
  for (let at = 0; at < bodies.length;) {
    const end = endOfRun(bodies, at, isMulti);
    const base = at;
    const done = end === at ? [await attempt(runMulti, bodies[at])] : await runSingles(bodies.slice(at, end));
    outcomes.push(...done.map((outcome) => ({ ...outcome, index: outcome.index + base })));
    if (ordered && done.some(({ error }) => error)) break;
    at = Math.max(end, at + 1);
  }
  return outcomes;
};

const endOfRun = (bodies: readonly Document[], from: number, isMulti: (body: Document) => boolean): number => {
  const length = bodies.slice(from).findIndex(isMulti);
  return length < 0 ? bodies.length : from + length;
};

const attempt = async (run: (body: Document) => Promise<Done>, body: Document | undefined): Promise<Outcome<Done>> => {
  if (!body) return { index: 0 };
  try {
    return { index: 0, result: await run(body) };
  } catch (error) {
    if (!(error instanceof MongoError) || error.labels.length > 0) throw error;
    return { index: 0, error };
  }
};
