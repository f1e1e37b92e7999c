/** When a site works. Times are minutes since midnight on the wall clock of `timeZone`. */
export interface BusinessCalendar {
  readonly id: string;
  readonly version: number;
  /** Instant from which clocks that start are bound to this version. */
  readonly effectiveFrom: string;
  /** IANA name. */
  readonly timeZone: string;
  /** Days of the week that are worked, Monday is 1 and Sunday is 7. */
  readonly workDays: readonly number[];
  readonly opensAt: number;
  readonly closesAt: number;
  /** Days that are not worked, `YYYY-MM-DD`. */
  readonly holidays: readonly string[];
}

/** Monday to Friday, 08:00 to 17:00, New York, no holidays: what holds until a site publishes its own. */
export const defaultCalendar: BusinessCalendar = {
  id: 'default',
  version: 1,
  effectiveFrom: '2026-01-01T00:00:00.000Z',
  timeZone: 'America/New_York',
  workDays: [1, 2, 3, 4, 5],
  opensAt: 8 * 60,
  closesAt: 17 * 60,
  holidays: [],
};
