import { stages, type Stage } from '../stages';
import type { CommandName } from '../transitions';

/** One legal step. Where a command has several rows for a stage, `when` tells which of its cases the row means. */
export interface Transition {
  readonly id: `T${number}`;
  readonly from: readonly (Stage | 'none')[];
  readonly command: CommandName;
  readonly when?: string;
  /** The stages that the step can end in. */
  readonly to: readonly Stage[] | 'unchanged';
  readonly guard: string;
}

/** A row of the table. */
export const row = (
  id: Transition['id'],
  from: Transition['from'],
  command: CommandName,
  to: Transition['to'],
  guard: string,
  when?: string,
): Transition => ({ id, from, command, to, guard, ...(when === undefined ? {} : { when }) });

/** Every stage but that of a referral which should never have existed. */
export const allButError = (Object.keys(stages) as Stage[]).filter((stage) => stage !== 'entered_in_error');
/** A visit did not take place. */
export const missedOrCancelled = ['visit_missed', 'visit_cancelled'] as const;
/** The patient was seen. */
export const afterVisit = ['visit_completed', 'report_received'] as const;
