import { evolve, type Referral, type ReferralEvent } from '@referral/referral';

interface Evolved {
  readonly before: Referral;
  readonly after: Referral;
}

/** By event, for as long as somebody holds it. */
const evolved = new WeakMap<ReferralEvent, Evolved>();

/**
 * The referral after one more fact, computed once for all projections that keep it: the runner shows each of them the same events, and
 * what they keep is then one referral in memory.
 */
export const evolveOnce = (before: Referral, event: ReferralEvent): Referral => {
  const known = evolved.get(event);
  if (known?.before === before) return known.after;
  const after = evolve(before, event);
  evolved.set(event, { before, after });
  return after;
};
