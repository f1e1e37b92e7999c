import { describe, it } from '@jest/globals';
import { actorWith, by, changed } from '@referral/eventsourcing/testing';
import { calendarPublished, givenCalendar, publishCalendarOrder } from '../testing/policies';

describe('beginning a calendar', () => {
  it('publishes it', () => {
    givenCalendar().when(publishCalendarOrder).then(calendarPublished);
  });

  it('publishes it once', () => {
    givenCalendar(calendarPublished).when(publishCalendarOrder).thenNothing();
  });

  it('does not change what was published', () => {
    givenCalendar(calendarPublished)
      .when(changed(publishCalendarOrder, { closesAt: '17:00' }))
      .thenRejected('POLICY_IMMUTABLE');
  });

  it('is a matter of configuration', () => {
    givenCalendar()
      .when(by(publishCalendarOrder, actorWith('coordinator-1', 'coordinator')))
      .thenRejected('ROLE_NOT_PERMITTED');
  });
});
