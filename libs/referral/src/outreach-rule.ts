import { type Channel, instant, localDate } from '@referral/values';
import type { KnownAttempt } from './coordination-facets';
import { outreachPolicy, type OutreachRule } from './coordination-policies';
import type { RegisteredReferral } from './referral';
import type { UncountedBecause } from './values/outreach';

const wallClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: outreachPolicy.timeZone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const isWithin = (at: string, { from, to }: { readonly from: string; readonly to: string }): boolean => {
  const time = wallClock.format(instant(at));
  return time >= from && time < to;
};

/** Whether the contact policy lets patients be called at an instant. */
export const mayCallAt = (at: string): boolean => isWithin(at, outreachPolicy.permittedHours);

const dayOf = (at: string): string => localDate(at, outreachPolicy.timeZone);

const isWeekday = (date: string): boolean => ![0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay());

/** Weekdays after the day of one instant up to that of another. Holidays are the site calendar's business, not yet known here. */
export const businessDaysBetween = (from: string, to: string): number => {
  const last = dayOf(to);
  let days = 0;
  for (let date = nextDay(dayOf(from)); date <= last; date = nextDay(date)) if (isWeekday(date)) days += 1;
  return days;
};

const nextDay = (date: string): string => new Date(instant(date) + 86_400_000).toISOString().slice(0, 10);

const ruleOf = ({ facets }: RegisteredReferral): OutreachRule =>
  outreachPolicy.rules[facets.urgency.assigned ?? facets.urgency.claimed];

/** The attempts of the present cycle that count toward the policy. */
export const countedAttempts = ({ facets, cycle }: RegisteredReferral): readonly KnownAttempt[] =>
  facets.outreach.attempts.filter((attempt) => attempt.counted && attempt.cycle === cycle);

/** Local days on which attempts were made. */
export const distinctDays = (attempts: readonly KnownAttempt[]): number =>
  new Set(attempts.map(({ at }) => dayOf(at))).size;

/**
 * I29: why an attempt to reach the patient does not count, or `null` when it does. Where the policy wants attempts on several days, a
 * second one of a day adds nothing.
 */
export const uncountedBecause = (
  referral: RegisteredReferral,
  channel: Channel,
  at: string,
): UncountedBecause | null => {
  if (outreachPolicy.spoken.includes(channel) && !mayCallAt(at)) return 'outside_permitted_hours';
  const sameDayAgain = countedAttempts(referral).some((attempt) => dayOf(attempt.at) === dayOf(at));
  return ruleOf(referral).distinctDays > 1 && sameDayAgain ? 'same_day' : null;
};

const lettersAndCalls = (then: OutreachRule['then'], said: OutreachNotices): string | undefined =>
  then === 'letter' ? said.letterSentAt : said.noticeToReferrerAt;

/** What was done after the last attempt. */
export interface OutreachNotices {
  readonly letterSentAt?: string;
  readonly noticeToReferrerAt?: string;
}

/** What the policy still wants before outreach is exhausted at an instant; empty when it is met. */
export const outreachLacks = (referral: RegisteredReferral, said: OutreachNotices, at: string): readonly string[] => {
  const rule = ruleOf(referral);
  const counted = [...countedAttempts(referral)].sort((one, other) => instant(one.at) - instant(other.at));
  const [first, last] = [counted[0], counted.at(-1)];
  const outside = counted.filter((attempt) => !isWithin(attempt.at, outreachPolicy.officeHours)).length;
  const notice = lettersAndCalls(rule.then, said);
  return [
    counted.length < rule.attempts && 'attempts',
    distinctDays(counted) < rule.distinctDays && 'distinct_days',
    new Set(counted.map(({ channel }) => channel)).size < rule.channels && 'channels',
    outside < rule.outsideOfficeHours && 'outside_office_hours',
    (!first || !last || businessDaysBetween(first.at, last.at) < rule.overBusinessDays) && 'time_span',
    (!notice || (last && instant(notice) < instant(last.at))) && rule.then,
    (!notice || businessDaysBetween(notice, at) < rule.waitBusinessDays) && 'wait',
  ].filter((lack) => typeof lack === 'string');
};
