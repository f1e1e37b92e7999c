import { describe, expect, it } from '@jest/globals';
import { isInstant } from './is-instant';

describe('an instant', () => {
  it.each(['2026-03-01T09:30:00-05:00', '1900-01-01T00:00:00+14:00', '9998-12-31T23:59:59.999999999-14:00'])(
    'can be used, and has four digits of a year in UTC: %s',
    (text) => {
      expect(isInstant(text)).toBe(true);
      expect(new Date(text).toISOString()).toMatch(/^\d{4}-/);
    },
  );

  it.each(['0000-01-01T00:00:00Z', '0100-01-01T00:00:00+14:00', '1899-12-31T23:59:59Z', '9999-12-31T23:59:59-05:00'])(
    'is refused where its year is a slip of the pen, or more than four digits elsewhere: %s',
    (text) => expect(isInstant(text)).toBe(false),
  );

  it.each(['2026-02-30T00:00:00Z', '2026-03-01', '2026-03-01T09:30:00', '2026-03-01T24:00:00Z', 1])(
    'is refused where it is no instant: %s',
    (text) => expect(isInstant(text)).toBe(false),
  );
});
