import { referralEventTypes, type ReferralEvent } from '@referral/referral';

/** What an event says, without the fields that its type marks as protected health information. */
export const withoutPhi = <Event extends ReferralEvent>({ type, data }: Event): Partial<Event['data']> => {
  const hidden = new Set(referralEventTypes[type].phi.map((path) => path.split(/[.[]/)[0]));
  const shown = Object.entries(data).filter(([field]) => !hidden.has(field));
  // Leaving fields out is what Partial says.
  return Object.fromEntries(shown) as Partial<Event['data']>;
};
