import { describe, expect, it } from '@jest/globals';
import { aggregates } from '@referral/aggregates';
import type { RecordedEvent } from '@referral/eventsourcing';
import type { Trigger } from './process';
import { initialProcessState } from './process-state';
import { payerProcesses, processes } from './processes';
import { defaultSite } from './site';
import { fact } from './testing/across';

const now = '2026-03-02T09:00:00.000Z';
const search = { kind: 'search', field: 'patientId', value: 'patient-1' } as const;

const happened = { ...fact('AnythingHappened', {}), metadata: { eventId: 'event-0' } } as RecordedEvent;

/** What may come when there is nothing yet that a process is about. */
const strange: readonly Trigger[] = [
  { kind: 'fact', fact: happened },
  { kind: 'timer', timer: { timerId: 'any', dueAt: now, number: 0 } },
  { kind: 'outcome', errandId: 'any', errand: search, outcome: { outcome: 'done' } },
  { kind: 'outcome', errandId: 'any', errand: search, outcome: { outcome: 'refused', code: 'ANY' } },
];

describe('the processes', () => {
  it.each(processes)('have a name for their streams, and follow an aggregate: $name', ({ name, subject }) => {
    expect(name).toMatch(/^[a-z]+$/);
    expect(processes.filter((other) => other.name === name)).toHaveLength(1);
    expect(aggregates.map(({ category }) => category)).toContain(subject.category);
  });

  it.each(processes)('ask for nothing about what is not there: $name', ({ react, subject }) => {
    for (const trigger of strange)
      for (const { decide } of react(trigger, subject.initialView, initialProcessState, now, defaultSite))
        expect(decide).toBe('clearTimer');
  });

  it('that ask payers are some of them', () => {
    expect(payerProcesses.length).toBeGreaterThan(0);
    expect(processes).toEqual(expect.arrayContaining([...payerProcesses]));
  });
});
