import type { ReferralCommand } from './commands/referral-command';
import type { ReferralEvent } from './events/referral-event';

type DataOf<Type extends ReferralEvent['type']> = Extract<ReferralEvent, { readonly type: Type }>['data'];

/** The fact that a command establishes, effective when the command says. */
export const happened = <Type extends ReferralEvent['type']>(
  type: Type,
  command: ReferralCommand,
  data: DataOf<Type>,
): Extract<ReferralEvent, { readonly type: Type }> =>
  // The compiler cannot pair a generic type name with its own member of the union.
  ({
    type,
    data: command.lateEntry === true ? { ...data, lateEntry: true } : data,
    occurredAt: command.occurredAt,
  }) as Extract<ReferralEvent, { readonly type: Type }>;
