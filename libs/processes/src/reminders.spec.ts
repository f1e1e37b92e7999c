import { describe, it } from '@jest/globals';
import { but, closedLoop, histories, noted, reminded, reminderCleared } from '@referral/referral/testing';
import { reminders } from './reminders';
import { reacts } from './testing/given';

const { given } = reacts(reminders);
const set = [...histories.accepted, reminded];
const fire = { commands: [['FireReminder', { reminderId: 'reminder-1' }]] } as const;

describe('reminders', () => {
  it('wait for the instant that was set', () => {
    given(...histories.accepted)
      .when({ fact: reminded })
      .then({ timers: { 'reminder-reminder-1': '2026-03-05T14:00:00.000Z' } });
  });

  it('fire when they are due, and once', () => {
    const due = { due: 'reminder-reminder-1', at: '2026-03-05T14:00:00Z' };
    given(...set)
      .when(due)
      .then(fire);
    given(...set)
      .when(due, due)
      .thenNothing();
  });

  it('do not fire when the clock was set back before they are due', () => {
    given(...set)
      .when({ due: 'reminder-reminder-1', at: '2026-03-05T13:59:59Z' })
      .thenNothing();
  });

  it('are forgotten when they are cleared, and when the referral ends', () => {
    given(...set)
      .when({ fact: reminderCleared })
      .then({ cleared: ['reminder-reminder-1'] });
    const ending = closedLoop.slice(histories.accepted.length).map((fact) => ({ fact }));
    given(...set)
      .when(...ending)
      .then({ cleared: ['reminder-reminder-1'] });
  });

  it('are kept apart, and wait on whatever else happens', () => {
    const second = but(reminded, { reminderId: 'reminder-2', dueAt: '2026-03-06T09:00:00-05:00' });
    given(...set, second)
      .when({ due: 'reminder-reminder-2', at: '2026-03-06T14:00:00Z' })
      .then({ commands: [['FireReminder', { reminderId: 'reminder-2' }]] });
    given(...set, second)
      .when({ fact: reminderCleared })
      .then({ cleared: ['reminder-reminder-1'] });
    given(...set, second)
      .when({ fact: noted })
      .thenNothing();
  });

  it('do not fire again before it is on record that they have fired', () => {
    const due = { due: 'reminder-reminder-1', at: '2026-03-05T14:00:00Z' };
    given(...set)
      .when(due, { settled: 'FireReminder', outcome: { outcome: 'done' } })
      .thenNothing();
    given(...set)
      .when({ unheard: reminderCleared }, due)
      .thenNothing();
  });
});
