import type { Command } from '../command';
import type { TransitionTable } from '../rules/transition-table';
import type { Staged } from '../rules/use-case';

/** Whether a row of a table leads by a command from one state to the other. */
export const stepsOf =
  <Stage extends string, Name extends string>({ rows }: Pick<TransitionTable<Stage, Name>, 'rows'>) =>
  (before: Staged, { constructor }: Command, after: Staged): boolean =>
    rows.some(
      ({ command, from, to }) =>
        command === constructor.name &&
        from.some((stage) => stage === before.stage) &&
        (to === 'unchanged' ? [before.stage] : to).some((stage) => stage === after.stage),
    );
