import type { ReferralEvent } from '../events/referral-event';

type FactOf<Type extends ReferralEvent['type']> = Extract<ReferralEvent, { readonly type: Type }>;

/** A fact of a type, effective at some time. */
export const fact = <Type extends ReferralEvent['type']>(
  type: Type,
  occurredAt: string,
  data: FactOf<Type>['data'],
): FactOf<Type> => ({ type, data, occurredAt }) as unknown as FactOf<Type>;

/** The same fact, with some of its data otherwise. */
export const but = <Event extends ReferralEvent>(event: Event, data: Partial<Event['data']>): Event => ({
  ...event,
  data: { ...event.data, ...data },
});

/** The same fact, effective at another time. */
export const effective = <Event extends ReferralEvent>(event: Event, occurredAt: string): Event => ({
  ...event,
  occurredAt,
});
