import type { Actor, Command, CommandSource, DomainEvent } from '@referral/eventsourcing';
import type { Role } from '../roles';

/** What a spec says of a command: its own fields. */
export type Fields<Order extends Command> = Partial<Omit<Order, 'issued' | 'occurredAt'>>;

/** Someone with some roles. */
export const actor = (userId: string, ...roles: readonly Role[]): Actor => ({ userId, kind: 'human', roles });

/** A command as the runner hands it over: taken, and effective, at one moment. */
export const order = <Order extends Command>(
  Class: new () => Order,
  moment: string,
  actor: Actor,
  fields: Fields<Order>,
): Order =>
  Object.assign(new Class(), {
    occurredAt: moment,
    issued: { tenantId: 'local', actor, source: { channel: 'api' as const }, recordedAt: moment },
    ...fields,
  });

const copy = <Order extends Command>(command: Order, changes: object): Order => {
  const made = new (command.constructor as new () => Order)();
  Object.assign(made, command, changes);
  return made;
};

/** The same command saying something else. */
export const changed = <Order extends Command>(command: Order, fields: Fields<Order>): Order => copy(command, fields);

/** The same command, issued by someone else. */
export const by = <Order extends Command>(command: Order, actor: Actor): Order =>
  copy(command, { issued: { ...command.issued, actor } });

/** The same command, come in through another channel. */
export const through = <Order extends Command>(command: Order, channel: CommandSource['channel']): Order =>
  copy(command, { issued: { ...command.issued, source: { channel } } });

/** The same command, taken and effective at another moment. */
export const at = <Order extends Command>(command: Order, moment: string): Order =>
  copy(command, { occurredAt: moment, issued: { ...command.issued, recordedAt: moment } });

/** The same command, dated back to an earlier moment. */
export const backdated = <Order extends Command>(command: Order, occurredAt: string): Order =>
  copy(command, { occurredAt });

/** The same command without one of its fields. */
export const without = <Order extends Command>(command: Order, field: keyof Order): Order =>
  copy(command, { [field]: undefined });

/** The same fact, with some of its data otherwise. */
export const but = <Event extends DomainEvent>(event: Event, data: Partial<Event['data']>): Event => ({
  ...event,
  data: { ...event.data, ...data },
});

/** The same fact, effective at another time. */
export const effective = <Event extends DomainEvent>(event: Event, occurredAt: string): Event => ({
  ...event,
  occurredAt,
});
