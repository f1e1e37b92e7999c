import { of, type Case } from '../case';
import { changed } from '../order';
import * as orders from '../orders/redirection';

/** The rows of what sends a referral away, acted out. */
export const redirectionCases: readonly Case[] = [
  of('T10', 'RedirectReferral', orders.supersede, { when: 'new_referral' }),
  of('T11', 'RedirectReferral', orders.redirect, { when: 'same_order_new_destination' }),
  of('T12', 'ReturnWithAdvice', orders.advise, { when: 'follow_up' }),
  of('T12', 'ReturnWithAdvice', changed(orders.advise, { followUpSuggested: false }), { when: 'final' }),
];
