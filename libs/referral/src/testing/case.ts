import type { ReferralCommand } from '../commands/referral-command';
import type { ReferralEvent } from '../events/referral-event';
import type { InvariantCode } from '../invariants';
import type { CommandName, Transition } from '../transitions';
import type { ReachedStage } from './histories';

/** One row of the table of transitions, acted out: what is asked, and what came before where the plain history does not do. */
export interface Case {
  readonly row: Transition['id'];
  readonly command: CommandName;
  readonly when: string | undefined;
  readonly order: ReferralCommand;
  readonly before?: Partial<Record<ReachedStage, readonly ReferralEvent[]>>;
  /** Facts that change no stage, on top of what came before. */
  readonly also?: readonly ReferralEvent[];
  /** The code that the guard answers while no fact can satisfy it. */
  readonly refused?: InvariantCode;
}

/** The case of a row. */
export const of = (
  row: Case['row'],
  command: CommandName,
  order: ReferralCommand,
  rest: Partial<Pick<Case, 'when' | 'before' | 'also' | 'refused'>> = {},
): Case => ({ row, command, order, when: undefined, ...rest });
