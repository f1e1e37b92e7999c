import { localDate } from '@referral/values';
import { millisecondsBetween } from '../shared/utc';
import type { TurnaroundQuestion } from './summarise';
import { reachedBy, type TurnaroundFacts, type VisitFact } from './turnaround-facts';

/** A share of a population. `rate` is `null` when nobody is in it. */
export interface Rate {
  /** `R04@1/7` is R04 at seven days. */
  readonly metric: string;
  readonly name: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly rate: number | null;
  /** In the cohort and too young to be counted. */
  readonly immature: number;
}

const dayMs = 86_400_000;

/** R04: booked within so many days of receipt. A referral younger than that is not counted yet. */
export const schedulingRates = (facts: Iterable<TurnaroundFacts>, question: TurnaroundQuestion): readonly Rate[] => {
  const members = registeredIn(facts, question);
  return [7, 14, 30].map((days) => {
    const mature = members.filter(({ receivedAt }) => millisecondsBetween(receivedAt, question.now) >= days * dayMs);
    const booked = mature.filter(({ receivedAt, facts: { first } }) => {
      const at = first.marks.scheduled?.at;
      return at !== undefined && millisecondsBetween(receivedAt, at) <= days * dayMs;
    });
    const name = `scheduling rate at ${days} days`;
    return rate(`R04@1/${days}`, name, booked.length, mature.length, members.length - mature.length);
  });
};

/** R05: missed visits of those whose start has passed and that were not cancelled in advance. */
export const noShowRate = (facts: Iterable<TurnaroundFacts>, question: TurnaroundQuestion): Rate => {
  const counted: VisitFact[] = [];
  let missed = 0;
  for (const { visits } of facts)
    for (const visit of visits) {
      const date = localDate(visit.start, question.timeZone);
      if (date < question.from || date > question.to) continue;
      if (visit.start > question.now || visit.cancelledInAdvance) continue;
      counted.push(visit);
      if (visit.outcome === 'missed') missed += 1;
    }
  return rate('R05@1', 'no-show rate', missed, counted.length, 0);
};

/** R08: a final report received and acknowledged, of those attended; the strict figure of a closed loop. */
export const loopClosureRate = (facts: Iterable<TurnaroundFacts>, question: TurnaroundQuestion): Rate => {
  const attended = registeredIn(facts, question).filter((one) =>
    reachedBy(one.facts.first.marks.attended, question.now),
  );
  const closed = attended.filter(({ facts: { first } }) => {
    const { reportReceived, reportAcknowledged } = first.marks;
    return reachedBy(reportReceived, question.now) && reachedBy(reportAcknowledged, question.now);
  });
  return rate('R08@1', 'loop closure rate', closed.length, attended.length, 0);
};

const registeredIn = (facts: Iterable<TurnaroundFacts>, { from, to, timeZone, now }: TurnaroundQuestion) => {
  const members: { readonly facts: TurnaroundFacts; readonly receivedAt: string }[] = [];
  for (const one of facts) {
    const receivedAt = one.first.marks.received?.at;
    if (receivedAt === undefined || receivedAt > now) continue;
    const date = localDate(receivedAt, timeZone);
    if (date >= from && date <= to) members.push({ facts: one, receivedAt });
  }
  return members;
};

const rate = (metric: string, name: string, numerator: number, denominator: number, immature: number): Rate => ({
  metric,
  name,
  numerator,
  denominator,
  rate: denominator === 0 ? null : numerator / denominator,
  immature,
});
