import type { Actor, CommandSource } from '@referral/eventsourcing';
import type { ReferralCommand } from '../commands/referral-command';
import { received } from './facts';
import { everyone } from './parties';

type Fields<Order extends ReferralCommand> = Partial<Omit<Order, 'issued' | 'occurredAt'>>;

const { referralId } = received.data;

/** A command as the runner hands it over: taken, and effective, at one moment. */
export const order = <Order extends ReferralCommand>(
  Class: new () => Order,
  at: string,
  fields: Fields<Order>,
  actor: Actor = everyone,
): Order =>
  Object.assign(new Class(), {
    referralId,
    occurredAt: at,
    issued: { tenantId: 'local', actor, source: { channel: 'api' as const }, recordedAt: at },
    ...fields,
  });

const copy = <Order extends ReferralCommand>(command: Order, changes: object): Order => {
  const made = new (command.constructor as new () => Order)();
  Object.assign(made, command, changes);
  return made;
};

/** The same command saying something else. */
export const changed = <Order extends ReferralCommand>(command: Order, fields: Fields<Order>): Order =>
  copy(command, fields);

/** The same command, issued by someone else. */
export const by = <Order extends ReferralCommand>(command: Order, actor: Actor): Order =>
  copy(command, { issued: { ...command.issued, actor } });

/** The same command, come in through another channel. */
export const through = <Order extends ReferralCommand>(command: Order, channel: CommandSource['channel']): Order =>
  copy(command, { issued: { ...command.issued, source: { channel } } });

/** The same command, taken and effective at another moment. */
export const at = <Order extends ReferralCommand>(command: Order, moment: string): Order =>
  copy(command, { occurredAt: moment, issued: { ...command.issued, recordedAt: moment } });

/** The same command, dated back to an earlier moment. */
export const backdated = <Order extends ReferralCommand>(command: Order, occurredAt: string): Order =>
  copy(command, { occurredAt });

/** The same command without one of its fields. */
export const without = <Order extends ReferralCommand>(command: Order, field: keyof Order): Order => {
  const changedCommand = copy(command, {});
  Reflect.deleteProperty(changedCommand, field);
  return changedCommand;
};
