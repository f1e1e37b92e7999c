import 'reflect-metadata';
import { describe, it } from '@jest/globals';
import { aggregateChecks } from '@referral/values/testing';
import { businessCalendarAggregate, businessCalendarTransitions } from './business-calendar-aggregate';
import { calendarPublished, calendarVersionPublished } from './testing/policies';

const life = { beginnings: [calendarPublished], later: [calendarVersionPublished] };

describe('a business calendar', () => {
  it.each(aggregateChecks(businessCalendarAggregate, businessCalendarTransitions, life))('$title', ({ check }) =>
    check(),
  );
});
