import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@referral/eventsourcing';
import { histories, received, reminded } from '@referral/referral/testing';
import { arrival } from './arrival';
import { evolveProcess, initialProcessState } from './process-state';
import { React, react } from './react';
import { reminders } from './reminders';
import { found } from './testing/across';
import { instanceId, reacts } from './testing/given';

const { given } = reacts(reminders);
const timerId = 'reminder-reminder-1';
const dueAt = '2026-03-05T14:00:00.000Z';
const set = () => given(...histories.accepted).when({ fact: reminded });
const fired = (at: string) => given(...histories.accepted, reminded).when({ due: timerId, at });
const issued = {
  tenantId: 'default',
  recordedAt: dueAt,
  source: { channel: 'timer' },
  actor: { userId: 'reminders', kind: 'system', roles: ['system'] },
} as const;

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
    const dead = reacts(arrival)
      .given(received)
      .when(found('look_up', ['deceased']));
    expect(dead.events).toMatchObject([
      { type: 'ErrandSettled' },
      { type: 'ErrandGiven', data: { because: { kind: 'outcome', errandId: `arrival-${instanceId}-0` } } },
    ]);
  });

  it('tells how late a timer fired, in whole seconds', () => {
    const late = (at: string) => fired(at).events.find(({ type }) => type === 'TimerFired')?.data;
    expect(late(dueAt)).toMatchObject({ dueAt, firedAt: dueAt, lateBySeconds: 0 });
    expect(fired(dueAt).events.map(({ occurredAt }) => occurredAt)).toEqual([dueAt, dueAt]);
    expect(late('2026-03-05T14:00:01.999Z')).toMatchObject({ lateBySeconds: 1 });
  });

  it('is nothing when it has reacted already, or when nobody waits for what has come', () => {
    const view = reminders.subject.initialView;
    const errand = { kind: 'search', field: 'patientId', value: 'patient-1' } as const;
    const outcome = { kind: 'outcome', errandId: 'unknown', errand, outcome: { outcome: 'done' } } as const;
    const timer = { kind: 'timer', timer: { timerId, dueAt, number: 1 } } as const;
    for (const trigger of [outcome, timer])
      expect(react(reminders, new React(instanceId, trigger, view, issued), set().waiting)).toEqual([]);
    expect(react(reminders, new React(instanceId, timer, view, issued), initialProcessState)).toEqual([]);
  });

  it('is nothing when it is told a fact again that it has decided on', () => {
    const asked = reacts(arrival).given().when({ fact: received });
    const metadata = { eventId: 'event-0', recordedAt: dueAt };
    const reacted = (revision: bigint) => {
      const fact = { ...received, revision, metadata } as unknown as RecordedEvent;
      return react(arrival, new React(instanceId, { kind: 'fact', fact }, asked.view, issued), asked.waiting);
    };
    expect(reacted(0n)).toEqual([]);
    expect(reacted(1n)).toHaveLength(2);
  });

  it('is about the newest fact that something was decided on', () => {
    const because = { kind: 'fact', eventId: 'event-3', type: 'NoteAdded', revision: 3 } as const;
    const cleared = { type: 'TimerCleared', data: { timerId, because }, occurredAt: dueAt } as const;
    expect(evolveProcess(set().waiting, cleared)).toMatchObject({ timers: {}, observed: 6, asked: 1 });
    expect(evolveProcess(initialProcessState, cleared)).toMatchObject({ observed: 3 });
  });
});
