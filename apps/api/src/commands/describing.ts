import type { Aggregate, CommandClass, CommandDescription } from '@referral/eventsourcing';

/** The description of one command of an aggregate. Throws a TypeError when it has no such command. */
export const describing = (aggregate: Aggregate, command: CommandClass): CommandDescription => {
  const description = aggregate.commands.find((known) => known.command === command);
  if (!description) throw new TypeError(`${command.name} is no command of ${aggregate.category}`);
  return description;
};
