import { factsOf, nextVersion } from '@referral/eventsourcing';
import type { BusinessCalendarEvent } from '../events/business-calendar-event';
import type { CalendarState } from '../published-calendar';
import type { CalendarContent } from './calendar-content';

const happened = factsOf<BusinessCalendarEvent>();

/**
 * I47: the next version, unless the calendar says this already. Days are kept in their order, however they were told.
 * @param meant which version, when the command does not say
 */
export const publishCalendar = (
  command: CalendarContent,
  calendar: CalendarState,
  meant = command.version,
): readonly BusinessCalendarEvent[] => {
  const { calendarId, timeZone, opensAt, closesAt } = command;
  const workDays = [...command.workDays].sort((one, other) => one - other);
  const holidays = [...command.holidays].sort();
  const versions = calendar.stage === 'none' ? [] : calendar.versions;
  const version = nextVersion(
    versions,
    { calendarId, timeZone, workDays, opensAt, closesAt, holidays },
    command,
    meant,
  );
  return version ? [happened('BusinessCalendarPublished', command, version)] : [];
};
