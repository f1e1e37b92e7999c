import type { Version } from '@referral/eventsourcing';
import type { BusinessCalendar } from './business-calendar';
import type { BusinessCalendarEvent, CalendarTerms } from './events/business-calendar-event';

/** A calendar that has at least one version. */
export interface PublishedCalendar {
  readonly stage: 'published';
  readonly calendarId: string;
  /** Effective time of the first publication. */
  readonly since: string;
  /** In the order of publication; version n is the n-th. */
  readonly versions: readonly (CalendarTerms & Version)[];
}

/** A calendar as its history tells it. */
export type CalendarState = { readonly stage: 'none' } | PublishedCalendar;

/** The calendar after one more version. */
export const evolveCalendar = (calendar: CalendarState, { data, occurredAt }: BusinessCalendarEvent): CalendarState => {
  const { lateEntry: _, ...version } = data;
  const versions = calendar.stage === 'none' ? [] : calendar.versions;
  return {
    stage: 'published',
    calendarId: data.calendarId,
    since: calendar.stage === 'none' ? occurredAt : calendar.since,
    versions: [...versions, version],
  };
};

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

/** A published version as deadlines are counted with it. */
export const businessCalendarOf = ({
  calendarId,
  opensAt,
  closesAt,
  ...version
}: CalendarTerms & Version): BusinessCalendar => ({
  id: calendarId,
  ...version,
  opensAt: minutesOf(opensAt),
  closesAt: minutesOf(closesAt),
});
