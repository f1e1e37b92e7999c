import { actorWith, decides, order, stepsOf } from '@referral/eventsourcing/testing';
import { businessCalendarAggregate, businessCalendarTransitions } from '../business-calendar-aggregate';
import { PublishBusinessCalendar } from '../commands/publish-business-calendar';
import { PublishBusinessCalendarVersion } from '../commands/publish-business-calendar-version';
import { PublishSlaPolicy } from '../commands/publish-sla-policy';
import { PublishSlaPolicyVersion } from '../commands/publish-sla-policy-version';
import { defaultPolicy } from '../default-policy';
import type { BusinessCalendarPublished } from '../events/business-calendar-event';
import type { SlaPolicyVersionPublished } from '../events/sla-policy-event';
import type { AllowedTime, SlaClock } from '../sla-policy';
import { slaPolicyAggregate, slaPolicyTransitions } from '../sla-policy-aggregate';

export const admin = actorWith('admin-1', 'admin');
export const { given: givenPolicy } = decides(slaPolicyAggregate.decider, stepsOf(slaPolicyTransitions));
export const { given: givenCalendar } = decides(
  businessCalendarAggregate.decider,
  stepsOf(businessCalendarTransitions),
);

const today = '2026-03-02T09:00:00.000Z';
const tomorrow = '2026-03-03T09:00:00.000Z';
export const nextMonth = '2026-04-01T00:00:00-04:00';

const hours = (amount: number): AllowedTime => ({ amount, unit: 'hours' });
const faster = { stat: hours(1), urgent: hours(2), expedited: hours(3), routine: hours(8) };
const fastest = { ...faster, routine: hours(4) };

const clocksWith = (allowed: SlaClock['allowed']): readonly SlaClock[] =>
  defaultPolicy.clocks.map((clock) => (clock.clock === 'K2' ? { ...clock, allowed } : clock));

const policyId = 'policy-1';
const terms = { policyId, calendarId: 'calendar-1' };

/** A policy whose triage is faster than by default. */
export const publishPolicyOrder = order(PublishSlaPolicy, today, admin, {
  ...terms,
  clocks: [{ clock: 'K2', allowed: faster }],
});
export const policyPublished: SlaPolicyVersionPublished = {
  type: 'SlaPolicyVersionPublished',
  data: { ...terms, clocks: clocksWith(faster), version: 1, effectiveFrom: today },
  occurredAt: today,
};

/** The same, faster still from next month on. */
export const publishPolicyVersionOrder = order(PublishSlaPolicyVersion, tomorrow, admin, {
  ...terms,
  clocks: [{ clock: 'K2', allowed: fastest }],
  effectiveFrom: nextMonth,
});
export const policyVersionPublished: SlaPolicyVersionPublished = {
  type: 'SlaPolicyVersionPublished',
  data: { ...terms, clocks: clocksWith(fastest), version: 2, effectiveFrom: nextMonth },
  occurredAt: tomorrow,
};

const calendarTerms = {
  calendarId: 'calendar-1',
  timeZone: 'America/Chicago',
  workDays: [1, 2, 3, 4, 5],
  opensAt: '07:30',
  closesAt: '18:00',
  holidays: ['2026-05-25'],
};
export const publishCalendarOrder = order(PublishBusinessCalendar, today, admin, calendarTerms);
export const calendarPublished: BusinessCalendarPublished = {
  type: 'BusinessCalendarPublished',
  data: { ...calendarTerms, version: 1, effectiveFrom: today },
  occurredAt: today,
};

/** One holiday more, told out of order. */
export const publishCalendarVersionOrder = order(PublishBusinessCalendarVersion, tomorrow, admin, {
  ...calendarTerms,
  holidays: ['2026-11-26', '2026-05-25'],
});
export const calendarVersionPublished: BusinessCalendarPublished = {
  type: 'BusinessCalendarPublished',
  data: { ...calendarTerms, holidays: ['2026-05-25', '2026-11-26'], version: 2, effectiveFrom: tomorrow },
  occurredAt: tomorrow,
};
