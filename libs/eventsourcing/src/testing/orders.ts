import type { Command } from '../command';
import type { DomainEvent } from '../domain-event';
import type { Actor } from '../event-metadata';

/** What a command says of itself: all but who issued it and when. */
export type Said<C extends Command> = Partial<Omit<C, 'issued' | 'occurredAt'>>;

/** Someone with some roles. */
export const actorWith = (userId: string, ...roles: readonly string[]): Actor => ({ userId, kind: 'human', roles });

/** A command as the runner hands it over: taken, and effective, at one moment. */
export const order = <C extends Command>(Class: new () => C, moment: string, actor: Actor, said: Said<C>): C =>
  Object.assign(new Class(), {
    occurredAt: moment,
    issued: { tenantId: 'local', actor, source: { channel: 'api' as const }, recordedAt: moment },
    ...said,
  });

const copy = <C extends Command>(command: C, changes: object): C => {
  const made = new (command.constructor as new () => C)();
  Object.assign(made, command, changes);
  return made;
};

/** The same command saying something else. */
export const changed = <C extends Command>(command: C, said: Said<C>): C => copy(command, said);

/** The same command, issued by someone else. */
export const by = <C extends Command>(command: C, actor: Actor): C =>
  copy(command, { issued: { ...command.issued, actor } });

/** The same command, taken and effective at another moment. */
export const at = <C extends Command>(command: C, moment: string): C =>
  copy(command, { occurredAt: moment, issued: { ...command.issued, recordedAt: moment } });

/** The same command, dated back to an earlier moment. */
export const backdated = <C extends Command>(command: C, occurredAt: string): C => copy(command, { occurredAt });

/** The same command without one of its fields. */
export const without = <C extends Command>(command: C, field: keyof C): C => {
  const shorter = copy(command, {});
  Reflect.deleteProperty(shorter, field);
  return shorter;
};

/** The same fact, with some of its data otherwise. */
export const but = <Event extends DomainEvent>(event: Event, data: Partial<Event['data']>): Event => ({
  ...event,
  data: { ...event.data, ...data },
});
