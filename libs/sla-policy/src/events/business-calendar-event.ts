import type { EventType, Fact, Version } from '@referral/eventsourcing';

/** When a site works, as one version of its calendar says it. */
export interface CalendarTerms {
  readonly calendarId: string;
  /** IANA name. */
  readonly timeZone: string;
  /** Days of the week that are worked, Monday is 1 and Sunday is 7. */
  readonly workDays: readonly number[];
  /** `HH:MM` on the wall clock of the time zone; the end of a day is `24:00`. */
  readonly opensAt: string;
  readonly closesAt: string;
  /** Days that are not worked, `YYYY-MM-DD`. */
  readonly holidays: readonly string[];
}

/** A version of a calendar was published; it never changes. */
export type BusinessCalendarPublished = Fact<'BusinessCalendarPublished', CalendarTerms & Version>;

/** Everything that can have happened to a calendar. */
export type BusinessCalendarEvent = BusinessCalendarPublished;

/** How each event is stored. */
export const businessCalendarEventTypes: Readonly<Record<BusinessCalendarEvent['type'], EventType>> = {
  BusinessCalendarPublished: { schemaVersion: 1, phi: [] },
};
