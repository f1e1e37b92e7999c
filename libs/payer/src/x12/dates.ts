import { UnintelligibleAnswer, UnsayableRequest } from '../errors';

/** A period of whole days; `end` is missing when X12 gives one day. */
export interface Days {
  readonly start: string;
  readonly end?: string;
}

const isCalendarDate = (date: string): boolean => {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
};

/** A calendar date as X12 writes it, CCYYMMDD. Throws an UnsayableRequest that names the field when it is none. */
export const writeDate = (field: string, date: string): string => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !isCalendarDate(date))
    throw new UnsayableRequest(field, 'is not a calendar date');
  return date.replaceAll('-', '');
};

/** A calendar date that X12 writes as CCYYMMDD. */
export const readDate = (where: string, text: string): string => {
  const [, year = '', month = '', day = ''] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  const date = `${year}-${month}-${day}`;
  if (!isCalendarDate(date)) throw new UnintelligibleAnswer(`${where} is not a date.`);
  return date;
};

/** Days that X12 writes by a format (D8: one, RD8: from and to). */
export const readDays = (where: string, format: string, text: string): Days => {
  if (format === 'D8') return { start: readDate(where, text) };
  const [from, to, ...more] = text.split('-');
  if (format !== 'RD8' || from === undefined || to === undefined || more.length > 0)
    throw new UnintelligibleAnswer(`${where} is neither a date nor a period.`);
  const days = { start: readDate(where, from), end: readDate(where, to) };
  if (days.end < days.start) throw new UnintelligibleAnswer(`${where} ends before it starts.`);
  return days;
};

/** The last day of a date's month. */
export const endOfMonth = (date: string): string => {
  const [year = 0, month = 0] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
};
