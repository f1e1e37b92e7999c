import { describe, expect, it } from '@jest/globals';
import { histories, reminded } from '@referral/referral/testing';
import { evolveProcess, initialProcessState } from './process-state';
import { React, react } from './react';
import { reminders } from './reminders';
import { instanceId, reacts } from './testing/given';

const { given } = reacts(reminders);
const timerId = 'reminder-reminder-1';
const dueAt = '2026-03-05T14:00:00.000Z';
const set = () => given(...histories.accepted).when({ fact: reminded });
const fired = (at: string) => given(...histories.accepted, reminded).when({ due: timerId, at });

describe('what an instance records', () => {
  it('says which fact, timer or outcome it was that made it decide', () => {
    const because = { kind: 'fact', eventId: 'event-6', type: 'ReminderSet', revision: 6 };
    expect(set().events).toMatchObject([{ type: 'TimerSet', data: { timerId, dueAt, number: 0, because } }]);
    const errandId = `reminders-${instanceId}-1`;
    expect(fired(dueAt).events).toMatchObject([
      { type: 'TimerFired' },
      { type: 'ErrandGiven', data: { errandId, because: { kind: 'timer', timerId } } },
    ]);
    const done = { settled: 'FireReminder', outcome: { outcome: 'done' } } as const;
    const settled = given(...histories.accepted, reminded).when({ due: timerId, at: dueAt }, done);
    expect(settled.events).toMatchObject([{ type: 'ErrandSettled', data: { errandId, outcome: 'done' } }]);
    expect(settled.waiting).toMatchObject({ timers: {}, errands: {}, asked: 2, observed: 6 });
  });

  it('tells how late a timer fired, in whole seconds', () => {
    const late = (at: string) => fired(at).events.find(({ type }) => type === 'TimerFired')?.data;
    expect(late(dueAt)).toMatchObject({ dueAt, firedAt: dueAt, lateBySeconds: 0 });
    expect(late('2026-03-05T14:00:01.999Z')).toMatchObject({ lateBySeconds: 1 });
  });

  it('is nothing when it has reacted already, or when nobody waits for what has come', () => {
    const issued = {
      tenantId: 'default',
      recordedAt: dueAt,
      source: { channel: 'timer' },
      actor: { userId: 'reminders', kind: 'system', roles: ['system'] },
    } as const;
    const view = reminders.subject.initialView;
    const errand = { kind: 'search', field: 'patientId', value: 'patient-1' } as const;
    const outcome = { kind: 'outcome', errandId: 'unknown', errand, outcome: { outcome: 'done' } } as const;
    const timer = { kind: 'timer', timer: { timerId, dueAt, number: 1 } } as const;
    for (const trigger of [outcome, timer])
      expect(react(reminders, new React(instanceId, trigger, view, issued), set().waiting)).toEqual([]);
    expect(react(reminders, new React(instanceId, timer, view, issued), initialProcessState)).toEqual([]);
  });

  it('is about the newest fact that something was decided on', () => {
    const because = { kind: 'fact', eventId: 'event-3', type: 'NoteAdded', revision: 3 } as const;
    const cleared = { type: 'TimerCleared', data: { timerId, because }, occurredAt: dueAt } as const;
    expect(evolveProcess(set().waiting, cleared)).toMatchObject({ timers: {}, observed: 6, asked: 1 });
    expect(evolveProcess(initialProcessState, cleared)).toMatchObject({ observed: 3 });
  });
});
