import type { Command } from '../command';
import type { ReportingCommand } from './happened';
import { commonRefusal } from './invariant';

const HOUR_MS = 3_600_000;

/** How far a fact may be dated back (I34). */
export interface BackdatingLimits {
  /** Hours that anyone may. */
  readonly hours: number;
  /** Days that a lead may. */
  readonly daysWithLead: number;
}

/** The limits of I34. */
export const defaultBackdating: BackdatingLimits = { hours: 72, daysWithLead: 365 };

/** True when the effective time is another than that of recording: someone reports what happened before. */
export const isBackdated = (command: Command): boolean => command.occurredAt !== command.issued.recordedAt;

/**
 * I34: not in the future, not before the beginning, and not further back than the limits let the actor go.
 * @param beganAt effective time of the first fact; `null` when there is none yet
 * @throws BACKDATE_NOT_ALLOWED
 */
export const requireTimely = (command: Command, beganAt: string | null, limits = defaultBackdating): void => {
  if (!isBackdated(command)) return;
  const { occurredAt, issued } = command;
  const refuse = (message: string) => commonRefusal('BACKDATE_NOT_ALLOWED', message, { occurredAt });
  const age = (Date.parse(issued.recordedAt) - Date.parse(occurredAt)) / HOUR_MS;
  if (age < 0) throw refuse('It would take effect in the future.');
  if (beganAt !== null && Date.parse(occurredAt) < Date.parse(beganAt))
    throw refuse('It would take effect before there was anything that it could concern.');
  if (age > limits.daysWithLead * 24) throw refuse(`Nothing is dated back more than ${limits.daysWithLead} days.`);
  if (age > limits.hours && !issued.actor.roles.includes('lead'))
    throw refuse(`Only a lead dates back more than ${limits.hours} hours.`);
};

/**
 * What follows takes effect after what it follows. A command without a time of its own takes effect now and is never out of order,
 * also when the clocks of two servers differ.
 * @throws CHRONOLOGY_VIOLATION (I35) unless the command says `lateEntry`
 */
export const requireOrder = (command: ReportingCommand, earlier: string, what: string): void => {
  if (command.lateEntry === true || !isBackdated(command)) return;
  if (Date.parse(command.occurredAt) >= Date.parse(earlier)) return;
  const message = `It would take effect before ${what} (${earlier}). Enter it with lateEntry when that is how it was.`;
  throw commonRefusal('CHRONOLOGY_VIOLATION', message, { occurredAt: command.occurredAt, earlier });
};
