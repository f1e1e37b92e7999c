import type { UseCase } from '@referral/eventsourcing';
import type { BusinessCalendarEvent } from '../events/business-calendar-event';
import type { CalendarState, PublishedCalendar } from '../published-calendar';
import { CalendarContent } from './calendar-content';
import { publishCalendar } from './publish-calendar';

/** A site changes when it works, such as by the holidays of another year. */
export class PublishBusinessCalendarVersion extends CalendarContent {}

/** I47. */
export const publishBusinessCalendarVersion = (
  command: PublishBusinessCalendarVersion,
  calendar: PublishedCalendar,
): readonly BusinessCalendarEvent[] => publishCalendar(command, calendar);

/** Changing a calendar. */
export const publishBusinessCalendarVersionUseCase: UseCase<
  PublishBusinessCalendarVersion,
  CalendarState,
  BusinessCalendarEvent
> = {
  name: 'PublishBusinessCalendarVersion',
  command: PublishBusinessCalendarVersion,
  summary:
    'Publishes the next version of a calendar; clocks that have started keep the version that was in force then.',
  roles: ['admin'],
  creates: false,
  generatedIds: [],
  decide: publishBusinessCalendarVersion,
};
