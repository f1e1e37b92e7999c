import { describe, expect, it } from '@jest/globals';
import { projects } from '@referral/eventsourcing/testing';
import type { ReferralEvent } from '@referral/referral';
import { facts } from '../testing/facts';
import { recorded } from '../testing/history';
import { csvColumns, turnaroundCsv } from './csv';
import { turnaroundMetric, turnaroundMetrics } from './metrics';
import { loopClosureRate, noShowRate, schedulingRates } from './rates';
import { seesSmallCells, suppressFigures, suppressRate } from './small-cells';
import { cohort, summarise, type TurnaroundQuestion } from './summarise';
import { turnaround } from './turnaround';
import type { TurnaroundFacts } from './turnaround-facts';

const march: TurnaroundQuestion = {
  from: '2026-03-01',
  to: '2026-03-31',
  timeZone: 'America/New_York',
  groupBy: [],
  now: '2026-04-30T12:00:00.000Z',
};

const receivedAt = '2026-03-02T15:00:00.000Z';
const after = (minutes: number) => new Date(Date.parse(receivedAt) + minutes * 60_000).toISOString();

const referral = (...events: readonly ReferralEvent[]): TurnaroundFacts => {
  const { document } = projects(turnaround).given(...recorded([facts.received(receivedAt), ...events]));
  if (!document) throw new Error('There is no document.');
  return document;
};

const bookedAfter = (minutes: number) => referral(facts.scheduled(after(minutes)));

const metric = (name: string) => {
  const found = turnaroundMetric(name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
};

const figures = (name: string, population: readonly TurnaroundFacts[], question = march) =>
  summarise(metric(name), cohort(metric(name), population, question), question);

describe('turnaround figures', () => {
  it('count who started, who came to the end and who has not', () => {
    expect(figures('M12', [bookedAfter(60), bookedAfter(120), referral()])).toMatchObject([
      {
        metric: 'M12@1',
        unit: 'calendar_minutes',
        started: 3,
        completed: 2,
        censored: 1,
        gross: { median: 90, p90: 114 },
      },
    ]);
  });

  it('give the Kaplan-Meier median beside it when more than one in ten is unfinished', () => {
    const nine = Array.from({ length: 9 }, (_, index) => bookedAfter(60 + index));
    expect(figures('M12', [...nine, referral()])[0]?.gross.kaplanMeierMedian).toBeNull();
    expect(figures('M12', [...nine, referral(), referral()])[0]?.gross.kaplanMeierMedian).toBe(65);
  });

  it('belong to the day on which the start lies in the tenant’s zone', () => {
    // 1 April 03:30 UTC is still 31 March in New York.
    const late = projects(turnaround).given(
      ...recorded([facts.received('2026-04-01T03:30:00Z', { clockStartAt: '2026-04-01T03:30:00Z' })]),
    ).document;
    expect(figures('M12', late ? [late] : [])).toHaveLength(1);
    expect(figures('M12', late ? [late] : [], { ...march, timeZone: 'Europe/London' })).toHaveLength(0);
  });

  it('tell groups apart by specialty, urgency and week of the start', () => {
    const urgent = referral(facts.urgencySet(after(1)), facts.scheduled(after(60)));
    const groups = figures('M12', [bookedAfter(60), urgent], { ...march, groupBy: ['urgency', 'week'] });
    expect(groups.map(({ group }) => group)).toEqual([
      { urgency: 'routine', week: '2026-W10' },
      { urgency: 'urgent', week: '2026-W10' },
    ]);
  });

  it('do not know yet what happens after the instant they are asked for', () => {
    const [then] = figures('M12', [bookedAfter(120)], { ...march, now: after(60) });
    expect(then).toMatchObject({ started: 1, completed: 0, censored: 1 });
  });

  it('leave out the referral of a patient who died before the end', () => {
    const died = referral(facts.closed(after(60), { closureOutcome: 'patient_deceased' }));
    expect(figures('M12', [died])).toEqual([]);
  });

  it('see a referral that ended otherwise for as long as it was open', () => {
    const population = [referral(facts.declined(after(60))), bookedAfter(100), bookedAfter(100)];
    const [observation] = cohort(metric('M12'), population, march);
    expect(observation).toMatchObject({ stop: null, grossMinutes: 60 });
  });

  it('leave out of M05 what was accepted without a triage', () => {
    expect(figures('M05', [referral(facts.accepted(after(60))), referral()])).toMatchObject([{ started: 1 }]);
  });

  it('count in M05 what was declined without a triage as never triaged', () => {
    const declined = referral(facts.declined(after(60)));
    expect(figures('M05', [declined])).toMatchObject([{ started: 1, completed: 0, censored: 1 }]);
    expect(cohort(metric('M05'), [declined], march)[0]?.grossMinutes).toBe(60);
  });

  it('count in M05 what was not accepted yet at the instant they are asked for', () => {
    const population = [referral(facts.accepted(after(60)))];
    expect(figures('M05', population, { ...march, now: after(59) })).toMatchObject([{ started: 1, censored: 1 }]);
    expect(figures('M05', population, { ...march, now: after(60) })).toEqual([]);
  });

  it('tell beside the effective times how long it took between the times of recording', () => {
    const known = (bookedMinutes: number, latencyMinutes: number) => {
      const [received, booked] = recorded([facts.received(receivedAt), facts.scheduled(after(bookedMinutes))]);
      if (!received || !booked) throw new Error('There are no events.');
      const metadata = { ...booked.metadata, recordedAt: after(bookedMinutes + latencyMinutes) };
      const { document } = projects(turnaround).given(received, { ...booked, metadata });
      return document ? [document] : [];
    };
    const population = [...known(60, 30), ...known(120, 10), referral()];
    expect(figures('M12', population)).toMatchObject([
      { gross: { median: 90, p90: 114 }, recorded: { median: 110, p90: 126 } },
    ]);
    expect(figures('M12', [referral()])).toMatchObject([{ recorded: { median: null, p90: null } }]);
  });

  it('name the events that they rest on', () => {
    const [observation] = cohort(metric('M12'), [bookedAfter(60)], march);
    expect([observation?.start.eventId, observation?.stop?.eventId]).toEqual(['r1-e0', 'r1-e1']);
  });

  it('are found by id and by id and version, and by no other version', () => {
    expect(turnaroundMetrics.map(({ id }) => id)).toEqual(['M05', 'M06', 'M12', 'M13', 'M15', 'M17', 'M20']);
    expect(turnaroundMetric('M12@1')?.id).toBe('M12');
    expect(turnaroundMetric('M12@2')).toBeNull();
  });

  it('report later cycles by themselves', () => {
    const again = referral(facts.declined(after(10)), facts.reopened(after(20)), facts.scheduled(after(50)));
    expect(figures('M12', [again])).toMatchObject([{ completed: 0 }]);
    expect(figures('M12', [again], { ...march, cycle: 2 })).toMatchObject([{ completed: 1, gross: { median: 30 } }]);
  });
});

describe('rates', () => {
  const day = 24 * 60;

  it('count as booked by day 7, 14 and 30 whoever was, of those that are old enough', () => {
    const population = [bookedAfter(6 * day), bookedAfter(10 * day), referral()];
    const question = { ...march, now: after(20 * day) };
    expect(schedulingRates(population, question)).toMatchObject([
      { metric: 'R04@1/7', numerator: 1, denominator: 3, immature: 0 },
      { metric: 'R04@1/14', numerator: 2, denominator: 3, immature: 0 },
      { metric: 'R04@1/30', numerator: 0, denominator: 0, rate: null, immature: 3 },
    ]);
  });

  it('count a visit as missed of those that were due and not cancelled in advance', () => {
    const population = [
      referral(facts.scheduled(after(60)), facts.missed('2026-03-16T15:00:00Z')),
      referral(facts.scheduled(after(60)), facts.attended('2026-03-16T15:00:00Z')),
      referral(facts.scheduled(after(60)), facts.cancelled('2026-03-10T15:00:00Z')),
    ];
    expect(noShowRate(population, march)).toMatchObject({ numerator: 1, denominator: 2, rate: 0.5 });
  });

  it('count no visit that a decline or a closure released before its start', () => {
    const released = (at: string) => [
      referral(facts.scheduled(after(60)), facts.declined(at)),
      referral(facts.scheduled(after(60)), facts.closed(at, { closureOutcome: 'patient_declined' })),
    ];
    const missed = referral(facts.scheduled(after(60)), facts.missed('2026-03-16T15:00:00Z'));
    const before = [missed, ...released('2026-03-10T15:00:00Z')];
    const afterStart = [missed, ...released('2026-03-16T15:00:00Z')];
    expect(noShowRate(before, march)).toMatchObject({ numerator: 1, denominator: 1 });
    expect(noShowRate(afterStart, march)).toMatchObject({ numerator: 1, denominator: 3 });
  });

  it('count a visit that was over as it went, whatever became of its referral', () => {
    const seen = [facts.scheduled(after(60)), facts.attended('2026-03-16T15:00:00Z')];
    const { visits } = referral(...seen, facts.closed('2026-03-20T15:00:00Z'));
    expect(visits).toMatchObject([{ outcome: 'attended', outcomeEventId: 'r1-e2' }]);
  });

  it('count a loop as closed only with a report that was acknowledged', () => {
    const seen = facts.attended('2026-03-16T15:00:00Z');
    const population = [
      referral(seen, facts.reported('2026-03-17T15:00:00Z'), facts.acknowledged('2026-03-18T15:00:00Z')),
      referral(seen, facts.reported('2026-03-17T15:00:00Z')),
      referral(),
    ];
    expect(loopClosureRate(population, march)).toMatchObject({ numerator: 1, denominator: 2 });
  });
});

describe('small cells', () => {
  const many = (count: number) => Array.from({ length: count }, () => bookedAfter(60));

  it('hide from an analyst every figure that rests on fewer than 11', () => {
    const [ten] = figures('M12', many(10));
    const [eleven] = figures('M12', many(11));
    expect(ten && suppressFigures(ten)).toEqual({
      metric: 'M12@1',
      unit: 'calendar_minutes',
      group: {},
      suppressed: true,
    });
    expect(eleven && suppressFigures(eleven)).toMatchObject({ started: 11, suppressed: false });
  });

  it('hide figures whose difference would tell of fewer than 11', () => {
    const [mixed] = figures('M12', [...many(20), referral()]);
    expect(mixed && suppressFigures(mixed)).toMatchObject({ suppressed: true });
    const shared = { metric: 'R08@1', name: 'loop closure rate', rate: 0.95, immature: 0 };
    expect(suppressRate({ ...shared, numerator: 95, denominator: 100 })).toMatchObject({ suppressed: true });
    expect(suppressRate({ ...shared, numerator: 50, denominator: 100 })).toMatchObject({ suppressed: false });
  });

  it('are hidden from whoever is an analyst and nothing else', () => {
    expect([['analyst'], ['lead', 'analyst'], ['lead']].map(seesSmallCells)).toEqual([false, true, true]);
  });
});

describe('the table of figures', () => {
  it('has a row for each group and nothing where there is no figure', () => {
    const rows = figures('M12', [bookedAfter(60), referral()]).map((row) => ({ ...row, suppressed: false as const }));
    const [header, row] = turnaroundCsv(rows).trimEnd().split('\n');
    expect(header).toBe(csvColumns.join(','));
    expect(row).toBe('M12@1,calendar_minutes,,,,,no,2,1,1,60,60,60,60,60,60,60,60');
  });

  it('shows no count where figures are suppressed', () => {
    const rows = figures('M12', [bookedAfter(60)]).map(suppressFigures);
    expect(turnaroundCsv(rows).trimEnd().split('\n')[1]).toBe('M12@1,calendar_minutes,,,,,yes,,,,,,,,,,,');
  });

  it('runs nothing in a spreadsheet', () => {
    const [row] = figures('M12', [bookedAfter(60)], { ...march, groupBy: ['specialty'] });
    const hostile = row && { ...row, group: { specialty: '=1+1\0' }, suppressed: false as const };
    expect(turnaroundCsv(hostile ? [hostile] : [])).toContain(",'=1+1,");
  });
});
