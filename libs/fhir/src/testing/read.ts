import { fail } from 'node:assert/strict';
import type { IntakeReferral } from '../intake';
import type { Issue } from '../issue';
import { readIntake } from '../read-intake';
import type { ReceiveReferralBody } from '../receive-referral-body';
import { options } from './messages';

/** The orders and remarks that a message is read as; fails when it is refused. */
export const taken = (message: unknown) => {
  const intake = readIntake(message, options);
  return 'issues' in intake ? fail(`refused: ${JSON.stringify(intake.issues)}`) : intake;
};

/** The only order of a message. */
export const onlyOrder = (message: unknown): IntakeReferral => {
  const { commands } = taken(message);
  return commands.length === 1 && commands[0] ? commands[0] : fail(`${commands.length} orders`);
};

/** What the only order of a message says to ReceiveReferral. */
export const bodyOf = (message: unknown): ReceiveReferralBody => onlyOrder(message).body;

/** Why a message is refused; fails when it is taken in. */
export const issuesOf = (message: unknown): readonly Issue[] => {
  const intake = readIntake(message, options);
  return 'issues' in intake ? intake.issues : fail(`taken in: ${intake.commands.length} orders`);
};

/** Why a message is refused, short: `code FHIRPath`. */
export const refusals = (message: unknown): readonly string[] =>
  issuesOf(message).map(({ code, expression }) => [code, ...expression].join(' '));

/** What is remarked on a message that is taken in, short: `severity code FHIRPath`. */
export const remarks = (message: unknown): readonly string[] =>
  taken(message).remarks.map(({ severity, code, expression }) => [severity, code, ...expression].join(' '));
