import { FireReminder, isTerminal, type Referral, referralAggregate, type ReferralEvent } from '@referral/referral';
import { send } from './errand';
import { clearTimer, type Process, setTimer } from './process';
import { referralSubject } from './subjects/referral';

const prefix = 'reminder-';

/** Fires the reminders that people set, when they are due. */
export const reminders: Process<Referral, ReferralEvent> = {
  name: 'reminders',
  subject: referralSubject,
  react: (trigger, referral, { timers }) => {
    if (referral.stage === 'none' || trigger.kind === 'outcome') return [];
    const set = referral.facets.reminders.filter(({ status }) => status === 'set');
    if (trigger.kind === 'timer') {
      const due = set.find(({ reminderId }) => trigger.timer.timerId === `${prefix}${reminderId}`);
      const { referralId } = referral.registration;
      return due ? [send(referralAggregate, referralId, FireReminder, { reminderId: due.reminderId })] : [];
    }
    const wanted = isTerminal(referral.stage) ? [] : set;
    const gone = Object.keys(timers).filter((id) => !wanted.some(({ reminderId }) => id === `${prefix}${reminderId}`));
    return [
      ...gone.map(clearTimer),
      ...wanted.map(({ reminderId, dueAt }) => setTimer(`${prefix}${reminderId}`, dueAt)),
    ];
  },
};
