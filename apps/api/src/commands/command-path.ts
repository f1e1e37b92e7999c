import type { CommandDescription } from '@referral/eventsourcing';

/** `ScheduleAppointment` as the last part of its route: `schedule-appointment`. */
export const kebabCase = (name: string): string => name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();

/** Route of a command below its collection: the collection itself, or a part of it, for one that creates, else `:id/command-in-kebab-case`. */
export const commandPath = ({ name, creates, path = '' }: CommandDescription, idField: string): string =>
  creates ? path : `:${idField}/${kebabCase(name)}`;
