import {
  countedAttempts,
  type KnownAttempt,
  outreachLacks,
  outreachPolicy,
  type OutreachRule,
  type RegisteredReferral,
} from '@referral/referral';
import { addBusinessDays, policyInForce, type PublishedPolicies } from '@referral/sla-policy';
import { utc } from '../shared/utc';
import { urgencyOf } from './registration-fields';

const awaitsContact: readonly RegisteredReferral['stage'][] = ['accepted', 'visit_missed', 'visit_cancelled'];

/**
 * When the patient is to be tried next, as the contact policy spreads its attempts; at once before the first of a cycle. After the last
 * one the letter, or the call to the referrer, is due. `null` when nobody is to be reached, or the time to wait has begun.
 */
export const nextAttemptAt = (referral: RegisteredReferral, published: PublishedPolicies): string | null => {
  const { facets, stage, stageSince } = referral;
  if (!awaitsContact.includes(stage) || facets.outreach.exhausted || facets.outreach.reachedAt !== null) return null;
  const rule = outreachPolicy.rules[urgencyOf(referral)];
  const last = countedAttempts(referral)
    .map(({ at }) => utc(at))
    .sort()
    .at(-1);
  if (last === undefined) return utc(stageSince);
  if (lacksAttempts(referral, rule, last))
    return rule.distinctDays === 1 ? last : addBusinessDays(last, gapOf(rule), policyInForce(published, last).calendar);
  return wasNotified(referral, rule, last) ? null : last;
};

/** Business days between two attempts, so that all of them fill the time over which the policy spreads them. */
const gapOf = ({ overBusinessDays, attempts }: OutreachRule): number => Math.ceil(overBusinessDays / (attempts - 1));

const lacksAttempts = (referral: RegisteredReferral, { then }: OutreachRule, at: string): boolean =>
  outreachLacks(referral, {}, at).some((lack) => lack !== then && lack !== 'wait');

const wasNotified = ({ facets, cycle }: RegisteredReferral, { then }: OutreachRule, last: string): boolean => {
  const isLetter = ({ channel, cycle: made }: KnownAttempt): boolean => channel === 'mail' && made === cycle;
  const said =
    then === 'letter'
      ? facets.outreach.attempts.filter(isLetter)
      : facets.statusUpdates.filter(({ to }) => to.type === 'office');
  return said.some(({ at }) => utc(at) >= last);
};
