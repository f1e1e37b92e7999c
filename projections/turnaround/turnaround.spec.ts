import { describe, expect, it } from '@jest/globals';
import { projects } from '@referral/eventsourcing/testing';
import type { ReferralEvent } from '@referral/referral';
import { facts } from '../testing/facts';
import { recorded } from '../testing/history';
import { turnaround } from './turnaround';
import type { TurnaroundFacts } from './turnaround-facts';

const factsOf = (...events: readonly ReferralEvent[]): TurnaroundFacts => {
  const { document } = projects(turnaround).given(...recorded(events));
  if (!document) throw new Error('There is no document.');
  return document;
};

describe('turnaround facts', () => {
  it('keep the first occurrence of each thing in a cycle, with its event and both its times', () => {
    const events = [
      facts.received(),
      facts.accepted('2026-03-03T15:00:00Z'),
      facts.scheduled('2026-03-04T15:00:00Z'),
      facts.cancelled('2026-03-05T15:00:00Z'),
      facts.scheduled('2026-03-06T15:00:00Z', { appointmentId: 'appointment-2' }),
    ];
    const { document } = projects(turnaround).given(...recorded(events, { latencyMs: 60_000 }));
    expect(document?.first.marks.scheduled).toEqual({
      eventId: 'r1-e2',
      at: '2026-03-04T15:00:00.000Z',
      recordedAt: '2026-03-04T15:01:00.000Z',
    });
  });

  it('count from the start of the clock that the referral carried over', () => {
    const { first } = factsOf(facts.received(undefined, { clockStartAt: '2026-02-20T15:00:00Z' }));
    expect(first.marks.received?.at).toBe('2026-02-20T15:00:00.000Z');
  });

  it('take a closed loop for one only when it was', () => {
    const { first } = factsOf(facts.received(), facts.closed(undefined, { closureOutcome: 'patient_declined' }));
    expect(first.marks).not.toHaveProperty('loopClosed');
    expect(first).toMatchObject({ endedAt: '2026-03-02T15:00:00.000Z', closureOutcome: 'patient_declined' });
  });

  it('take advice for a triage decision, and for an end when nothing follows', () => {
    const { first } = factsOf(facts.received(), facts.advised());
    expect(first).toMatchObject({ marks: { triageDecided: {}, closed: {} }, closureOutcome: 'advice_given' });
    const waiting = factsOf(facts.received(), facts.advised(undefined, { followUpSuggested: true })).first;
    expect(waiting.marks).toHaveProperty('triageDecided');
    expect([waiting.endedAt, waiting.closureOutcome]).toEqual([null, null]);
  });

  it('are none of a referral that was an error or that goes on as another one', () => {
    for (const end of [facts.enteredInError(), facts.superseded()])
      projects(turnaround)
        .given(...recorded([facts.received(), end, facts.noted()]))
        .then(null);
    expect(factsOf(facts.received(), facts.redirected()).first.marks).toHaveProperty('triageDecided');
  });

  it('begin when a draft is handed in', () => {
    const { first } = factsOf(
      facts.drafted(),
      facts.submitted('2026-03-03T15:00:00Z'),
      facts.received('2026-03-03T15:00:00Z', { clockStartAt: '2026-03-03T15:00:00Z' }),
    );
    expect(first.marks.received).toMatchObject({ eventId: 'r1-e2', at: '2026-03-03T15:00:00.000Z' });
  });

  it('take no note but the final one for the report', () => {
    const { first } = factsOf(facts.received(), facts.reported(undefined, { kind: 'interim' }));
    expect(first.marks).not.toHaveProperty('reportReceived');
  });

  it('begin a cycle of their own with a reopening, and leave the first as it was', () => {
    const { first, laterCycles } = factsOf(
      facts.received(),
      facts.declined('2026-03-03T15:00:00Z'),
      facts.reopened('2026-03-04T15:00:00Z'),
      facts.triageStarted('2026-03-05T15:00:00Z'),
    );
    expect(first.marks).not.toHaveProperty('triageStarted');
    expect(laterCycles).toMatchObject([{ cycle: 2, marks: { triageStarted: { at: '2026-03-05T15:00:00.000Z' } } }]);
  });

  it('tell a cancellation in advance from one after the start', () => {
    const advance = factsOf(facts.received(), facts.scheduled(), facts.cancelled('2026-03-10T15:00:00Z'));
    const late = factsOf(facts.received(), facts.scheduled(), facts.cancelled('2026-03-16T14:30:00Z'));
    expect([advance, late].map(({ visits }) => visits[0]?.cancelledInAdvance)).toEqual([true, false]);
  });

  it('begin only with a received referral', () => {
    projects(turnaround)
      .given(...recorded([facts.accepted()]))
      .then(null);
  });

  it('end a cycle, and let its open visits fall, when the referral is withdrawn or expires', () => {
    for (const end of [facts.referralCancelled, facts.referralExpired]) {
      const { document } = projects(turnaround).given(
        ...recorded([facts.received(), facts.scheduled(), end('2026-03-05T15:00:00Z')]),
      );
      expect(document?.first).toMatchObject({ endedAt: '2026-03-05T15:00:00.000Z', closureOutcome: null });
      expect(document?.visits.map(({ outcome }) => outcome)).toEqual(['released']);
    }
  });
});
