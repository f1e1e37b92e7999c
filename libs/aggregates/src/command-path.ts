import type { Aggregate, CommandDescription } from '@referral/eventsourcing';

/** `ScheduleAppointment` as the last part of its route: `schedule-appointment`. */
export const kebabCase = (name: string): string => name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();

/**
 * Route of a command below its collection: the collection itself for the first that creates, `command-in-kebab-case` for any other that
 * does, and `:id/command-in-kebab-case` for all that change what exists.
 */
export const commandPath = ({ commands, idField }: Aggregate, { name, creates }: CommandDescription): string => {
  if (!creates) return `:${idField}/${kebabCase(name)}`;
  return name === commands.find((command) => command.creates)?.name ? '' : kebabCase(name);
};
