import { describe, expect, it } from '@jest/globals';
import { histories, reminded } from '@referral/referral/testing';
import { processAggregate } from './process-aggregate';
import { initialProcessState } from './process-state';
import { processes } from './processes';
import { React } from './react';
import { reminders } from './reminders';
import { instanceId, reacts } from './testing/given';

const actor = { userId: 'reminders', kind: 'system', roles: ['system'] } as const;
const dueAt = '2026-03-05T14:00:00.000Z';
const timerId = 'reminder-reminder-1';
const timer = { kind: 'timer', timer: { timerId, dueAt, number: 0 } } as const;
const issued = { tenantId: 'default', recordedAt: dueAt, source: { channel: 'timer' }, actor } as const;

describe('a process as an aggregate', () => {
  it.each(processes)('is made to react by the system alone, and begun by that: $name', (process) => {
    const { category, idField, commands, allowedActions } = processAggregate(process);
    expect(category).toBe(process.name);
    expect(new React(instanceId, timer, null, issued)).toHaveProperty(idField, instanceId);
    expect(commands).toMatchObject([{ name: 'React', command: React, roles: ['system'], creates: true }]);
    expect(commands).toMatchObject([{ generatedIds: [] }]);
    expect(allowedActions(initialProcessState, actor)).toEqual([]);
  });

  it('keeps nothing of a patient that would have to be encrypted', () => {
    const { events } = processAggregate(reminders);
    const types = ['ErrandGiven', 'ErrandSettled', 'TimerCleared', 'TimerFired', 'TimerSet'];
    expect(Object.keys(events).sort()).toEqual(types);
    for (const stored of Object.values(events)) expect(stored).toEqual({ schemaVersion: 1, phi: [] });
  });

  it('decides and records what the process does', () => {
    const { decide, evolve } = processAggregate(reminders).decider;
    const set = reacts(reminders)
      .given(...histories.accepted)
      .when({ fact: reminded });
    const fired = reacts(reminders)
      .given(...histories.accepted, reminded)
      .when({ due: timerId, at: dueAt });
    const decided = decide(new React(instanceId, timer, set.view, issued), set.waiting);
    expect(decided).toEqual(fired.events);
    expect(decided.reduce(evolve, set.waiting)).toEqual(fired.waiting);
  });
});
