import { describe, expect, it } from '@jest/globals';
import type { ComplaintEvent } from '@referral/complaint';
import { projects } from '@referral/eventsourcing/testing';
import { defaultCalendar, defaultPolicy } from '@referral/sla-policy';
import { patientData } from '../testing/fact';
import { complaintFacts as facts } from '../testing/facts/beside-referrals';
import { streamOf } from '../testing/stream';
import { complaints } from './complaints';

const entryOf = (...events: readonly ComplaintEvent[]) =>
  projects(complaints).given(...streamOf('complaint-c1', events)).document;

describe('a complaint in the list of those that are open', () => {
  it('is due to be acknowledged within two business days, and to be resolved within thirty days', () => {
    expect(entryOf(facts.received())).toMatchObject({
      complaintId: 'c1',
      open: true,
      severityRank: 2,
      dueAt: '2026-03-04T15:00:00.000Z',
    });
    // Daylight saving begins within the thirty days, and the wall clock counts.
    expect(entryOf(facts.received(), facts.acknowledged())?.dueAt).toBe('2026-04-01T14:00:00.000Z');
  });

  it('is due by the days on which the site works', () => {
    const position = '';
    const published = {
      policies: [{ ...defaultPolicy, calendarId: 'calendar-1', position }],
      calendars: [{ ...defaultCalendar, id: 'calendar-1', holidays: ['2026-03-04'], position }],
    };
    const { document } = projects(complaints, published).given(...streamOf('complaint-c1', [facts.received()]));
    expect(document?.dueAt).toBe('2026-03-05T15:00:00.000Z');
  });

  it('is open until it is resolved, and due anew when it is taken up again', () => {
    const resolved = [facts.received(), facts.acknowledged(), facts.resolved('2026-03-10T14:00:00Z')];
    expect(entryOf(...resolved)?.open).toBe(false);
    expect(entryOf(...resolved, facts.reopened('2026-05-01T14:00:00Z'))).toMatchObject({
      open: true,
      openSince: '2026-05-01T14:00:00.000Z',
      dueAt: '2026-05-31T14:00:00.000Z',
    });
  });

  it('holds no patient data', () => {
    expect(JSON.stringify(entryOf(facts.received()))).not.toContain(patientData);
  });
});
