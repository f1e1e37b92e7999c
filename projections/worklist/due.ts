import { addBusinessDays, defaultCalendar, defaultPolicy, dueAt } from '@referral/sla-policy';
import type { Direction, Urgency } from '@referral/values';
import { utc } from '../shared/utc';
import type { Clock } from './clock-rules';

/** When a clock is due, by the default policy and calendar until sites publish their own (S03). UTC with milliseconds. */
export const due = (clock: Clock, urgency: Urgency, startedAt: string, direction: Direction): string =>
  utc(dueAt(clock, urgency, startedAt, defaultPolicy, defaultCalendar, direction));

/** The instant so many business days from another; before it when negative. */
export const businessDaysFrom = (instant: string, days: number): string =>
  utc(addBusinessDays(instant, days, defaultCalendar));
