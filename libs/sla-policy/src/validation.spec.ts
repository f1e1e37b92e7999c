import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { bodyChecks, wrongIn } from '@referral/values/testing';
import { businessCalendarAggregate } from './business-calendar-aggregate';
import { PublishBusinessCalendar } from './commands/publish-business-calendar';
import { PublishSlaPolicy } from './commands/publish-sla-policy';
import { slaPolicyAggregate } from './sla-policy-aggregate';
import {
  publishCalendarOrder,
  publishCalendarVersionOrder,
  publishPolicyOrder,
  publishPolicyVersionOrder,
} from './testing/policies';

const policies = bodyChecks('policyId', slaPolicyAggregate.commands, [publishPolicyOrder, publishPolicyVersionOrder]);
const calendars = bodyChecks('calendarId', businessCalendarAggregate.commands, [
  publishCalendarOrder,
  publishCalendarVersionOrder,
]);

describe('the body of a command', () => {
  it.each([...policies, ...calendars])('$title', ({ check }) => check());

  const calendar = (changes: object) => {
    const { issued: _, occurredAt: __, calendarId: ___, ...body } = publishCalendarOrder;
    return wrongIn(PublishBusinessCalendar, { ...body, ...changes });
  };

  it.each([
    ['timeZone', 'Mars/Olympus'],
    ['workDays', []],
    ['workDays', [8]],
    ['workDays', [1, 1]],
    ['opensAt', '24:00'],
    ['closesAt', '07:30'],
    ['holidays', ['2026-02-30']],
  ])('knows no calendar with %s %j', (field, value) => {
    expect(calendar({ [field]: value })).toEqual([field]);
  });

  it('knows a day that lasts until midnight', () => {
    expect(calendar({ closesAt: '24:00' })).toEqual([]);
  });

  it('names a clock once, with a time for every urgency', () => {
    const { clocks, calendarId } = publishPolicyOrder;
    const [first] = JSON.parse(JSON.stringify(clocks));
    const of = (terms: readonly object[]) => wrongIn(PublishSlaPolicy, { calendarId, clocks: terms });
    expect(of([...clocks, ...clocks])).toEqual(['clocks']);
    expect(of([{ clock: 'K2', allowed: { stat: { amount: 1, unit: 'hours' } } }])).toEqual(['clocks']);
    expect(of([{ ...first, pausableBy: ['weather'] }])).toEqual(['clocks']);
    expect(of([{ ...first, warnAt: 1.5 }])).toEqual(['clocks']);
  });
});
