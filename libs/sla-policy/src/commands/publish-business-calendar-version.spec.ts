import { describe, it } from '@jest/globals';
import { actorWith, by, changed } from '@referral/eventsourcing/testing';
import {
  calendarPublished,
  calendarVersionPublished,
  givenCalendar,
  publishCalendarVersionOrder,
} from '../testing/policies';

const next = publishCalendarVersionOrder;

describe('changing a calendar', () => {
  it('publishes the next version, its days in their order', () => {
    givenCalendar(calendarPublished).when(next).then(calendarVersionPublished);
  });

  it('publishes it once', () => {
    givenCalendar(calendarPublished, calendarVersionPublished).when(next).thenNothing();
  });

  it('does not reach into the past', () => {
    givenCalendar(calendarPublished)
      .when(changed(next, { effectiveFrom: '2026-01-01T00:00:00Z' }))
      .thenRejected('POLICY_IMMUTABLE');
  });

  it('needs a calendar', () => {
    givenCalendar().when(next).thenRejected('CALENDAR_NOT_FOUND');
  });

  it('is a matter of configuration', () => {
    givenCalendar(calendarPublished)
      .when(by(next, actorWith('coordinator-1', 'coordinator')))
      .thenRejected('ROLE_NOT_PERMITTED');
  });
});
