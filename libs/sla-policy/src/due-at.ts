import type { ClockId, Urgency } from '@referral/values';
import { defaultCalendar, type BusinessCalendar } from './business-calendar';
import { addBusinessDays, addBusinessHours } from './business-time';
import { defaultPolicy } from './default-policy';
import type { AllowedTime, SlaClock, SlaPolicy } from './sla-policy';
import { dayLength, instantAt, plus, steadyWallTime, toInstant } from './wall-clock';

const hourLength = 3_600_000;

/** The instant that lies an allowed time after another. Hours and minutes pass as on a stopwatch, days as in the calendar. */
export const addAllowedTime = (
  startedAt: string,
  { amount, unit }: AllowedTime,
  calendar: BusinessCalendar,
): string => {
  switch (unit) {
    case 'minutes':
      return plus(startedAt, amount * 60_000);
    case 'hours':
      return plus(startedAt, amount * hourLength);
    case 'business_hours':
      return addBusinessHours(startedAt, amount, calendar);
    case 'business_days':
      return addBusinessDays(startedAt, amount, calendar);
    case 'calendar_days':
      return instantAt(steadyWallTime(startedAt, calendar.timeZone) + amount * dayLength, calendar.timeZone);
  }
};

/** The clock of a policy. @throws RangeError when the policy has no such clock */
export const clockOf = (policy: SlaPolicy, id: ClockId): SlaClock => {
  const found = policy.clocks.find(({ clock }) => clock === id);
  if (!found) throw new RangeError(`the policy ${policy.id} has no clock ${id}`);
  return found;
};

/** What a clock allows a referral. `direction` is the referral's; `internal` may have a time of its own. */
export const allowedTime = (clock: SlaClock, urgency: Urgency, direction?: string): AllowedTime =>
  (direction === 'internal' ? clock.allowedInternal?.[urgency] : undefined) ?? clock.allowed[urgency];

/**
 * When a clock that started at an instant is due, gross (without pauses): ISO 8601 in UTC.
 * @param direction the referral's direction, for the clocks that treat internal referrals otherwise
 */
export const dueAt = (
  clock: ClockId,
  urgency: Urgency,
  startedAt: string,
  policy: SlaPolicy = defaultPolicy,
  calendar: BusinessCalendar = defaultCalendar,
  direction?: string,
): string => addAllowedTime(startedAt, allowedTime(clockOf(policy, clock), urgency, direction), calendar);

/** When a clock warns: a share of the way from its start to its due time. */
export const warnAt = (startedAt: string, due: string, share: number): string => {
  const start = Date.parse(startedAt);
  return toInstant(start + Math.floor((Date.parse(due) - start) * share));
};
