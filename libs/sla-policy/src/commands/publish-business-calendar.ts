import type { CreatingUseCase } from '@referral/eventsourcing';
import type { BusinessCalendarEvent } from '../events/business-calendar-event';
import type { CalendarState } from '../published-calendar';
import { CalendarContent } from './calendar-content';
import { publishCalendar } from './publish-calendar';

/** A site says when it works: the first version of a calendar. */
export class PublishBusinessCalendar extends CalendarContent {}

/** The first version, whatever has followed it. */
export const publishBusinessCalendar = (
  command: PublishBusinessCalendar,
  calendar: CalendarState,
): readonly BusinessCalendarEvent[] => publishCalendar(command, calendar, command.version ?? 1);

/** Beginning a calendar. */
export const publishBusinessCalendarUseCase: CreatingUseCase<
  PublishBusinessCalendar,
  CalendarState,
  BusinessCalendarEvent
> = {
  name: 'PublishBusinessCalendar',
  command: PublishBusinessCalendar,
  summary: 'Publishes the first version of a calendar: time zone, hours, work days and holidays.',
  roles: ['admin'],
  creates: true,
  generatedIds: [],
  decide: publishBusinessCalendar,
};
