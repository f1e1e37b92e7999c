import type { RegisteredReferral } from './referral';
import { refusal } from './refuse';
import { isTerminal } from './stages';
import { commandsFrom, rowsFor, type CommandName } from './transitions';

/**
 * The table must have a row for the command, in the case `when` if given.
 * @throws REFERRAL_TERMINAL when the referral is finished, ILLEGAL_TRANSITION otherwise; both with `from`, `command`, `allowed`.
 */
export const requireTransition = (referral: RegisteredReferral, command: CommandName, when?: string): void => {
  const from = referral.stage;
  if (rowsFor(from, command, when).length > 0) return;
  const allowed = commandsFrom(from);
  const details = { from, command, ...(when === undefined ? {} : { when }), allowed };
  if (isTerminal(from)) {
    const next = allowed.includes('ReopenReferral') ? 'it can be reopened' : 'nothing more can be done with it';
    throw refusal('REFERRAL_TERMINAL', `The referral is ${from}; ${next}.`, details);
  }
  const which = when === undefined ? command : `${command} (${when})`;
  throw refusal('ILLEGAL_TRANSITION', `${which} is not possible while the referral is ${from}.`, details);
};
