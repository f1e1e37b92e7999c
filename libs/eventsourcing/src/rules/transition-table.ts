import { commonRefusal } from './invariant';

/** One legal step. Where a command has several rows for a stage, `when` tells which of its cases the row means. */
export interface TransitionRow<Stage extends string, Name extends string> {
  readonly id: string;
  readonly from: readonly (Stage | 'none')[];
  readonly command: Name;
  readonly when?: string;
  /** The stages that the step can end in. */
  readonly to: readonly Stage[] | 'unchanged';
  /** What its rule asks beside the stage. */
  readonly guard?: string;
}

/** The legal steps of an aggregate: guard, `allowedActions` and documentation are derived from it and from nothing else. */
export interface TransitionTable<Stage extends string, Name extends string> {
  readonly rows: readonly TransitionRow<Stage, Name>[];
  /** The rows that let a command through from a stage, in one of its cases when that is given. */
  rowsFor(this: void, stage: Stage | 'none', command: Name, when?: string): readonly TransitionRow<Stage, Name>[];
  /** The commands that some row lets through from a stage, in the order of the aggregate's life. */
  commandsFrom(this: void, stage: Stage | 'none'): readonly Name[];
  /** The table must have a row. @throws ILLEGAL_TRANSITION with `from`, `command`, `allowed` */
  require(this: void, stage: Stage | 'none', command: Name, when?: string): void;
}

/** @param commands every command of the aggregate, in the order of its life */
export const transitionTable = <Stage extends string, Name extends string>(
  commands: readonly Name[],
  rows: readonly TransitionRow<Stage, Name>[],
): TransitionTable<Stage, Name> => {
  // Rows of queues ask for all commands of each referral in them, so nobody walks the table to answer.
  const steps = new Map<Stage | 'none', Map<Name, TransitionRow<Stage, Name>[]>>();
  for (const row of rows)
    for (const stage of row.from) {
      const known = steps.get(stage) ?? new Map<Name, TransitionRow<Stage, Name>[]>();
      steps.set(stage, known);
      known.set(row.command, [...(known.get(row.command) ?? []), row]);
    }
  const rowsFor = (stage: Stage | 'none', command: Name, when?: string) => {
    const found = steps.get(stage)?.get(command) ?? [];
    return when === undefined ? found : found.filter((row) => row.when === undefined || row.when === when);
  };
  const commandsFrom = (stage: Stage | 'none') => commands.filter((command) => steps.get(stage)?.has(command));
  return {
    rows,
    rowsFor,
    commandsFrom,
    require: (stage, command, when) => {
      if (rowsFor(stage, command, when).length > 0) return;
      const details = { from: stage, command, ...(when === undefined ? {} : { when }), allowed: commandsFrom(stage) };
      const which = when === undefined ? command : `${command} (${when})`;
      throw commonRefusal('ILLEGAL_TRANSITION', `${which} is not possible while it is ${stage}.`, details);
    },
  };
};
