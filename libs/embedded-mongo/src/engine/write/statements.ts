import { MongoError } from '../mongo-error';
import { WriteConflict } from '../storage/unit';
import type { Unit } from '../storage/unit';
import type { Work } from './work';

/** What became of one statement of a batch. */
export type Outcome<Result> = { readonly index: number; readonly result?: Result; readonly error?: MongoError };

/** Statements that run in one unit at most; the rest goes on in another, so that others get their turn. */
const mostAtOnce = 1000;
const longestUnit = 50;

/**
 * Runs the statements in order, many in one unit. Each changes all it asks for or nothing. The first failure ends an
 * ordered batch. `record` writes what is known so far into the same unit.
 */
export const runStatements = async <Statement, Result>(
  work: Work,
  statements: readonly Statement[],
  ordered: boolean,
  run: (unit: Unit, statement: Statement, index: number) => Result,
  record: (unit: Unit, outcomes: readonly Outcome<Result>[]) => void = () => undefined,
): Promise<readonly Outcome<Result>[]> => {
  const outcomes: Outcome<Result>[] = [];
  let next = 0;
  while (next < statements.length) {
    const blocked = await work.run((unit) => {
      const started = performance.now();
      const end = Math.min(next + mostAtOnce, statements.length);
      for (; next < end && performance.now() - started < longestUnit; next++) {
        const outcome = attempt(() => run(unit, statements[next] as Statement, next), next, work);
        if (outcome instanceof WriteConflict) {
          record(unit, outcomes);
          return outcome;
        }
        outcomes.push(outcome);
        if (outcome.error && (ordered || work.transaction)) next = statements.length;
      }
      record(unit, outcomes);
      return undefined;
    });
    await blocked?.settled;
    if (work.transaction) await new Promise(setImmediate);
  }
  return outcomes;
};

const attempt = <Result>(run: () => Result, index: number, work: Work): Outcome<Result> | WriteConflict => {
  try {
    return { index, result: run() };
  } catch (error) {
    if (error instanceof WriteConflict && !work.transaction) return error;
    if (error instanceof MongoError) return { index, error };
    throw error;
  }
};
