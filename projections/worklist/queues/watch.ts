import { baseSort, deadline, down, equals, isOpen, lacks, next, passed, today, up } from '../conditions';
import type { QueueCondition, ReferralQueue } from '../queue';

const rank = (from: number, to: number): QueueCondition => ({
  all: [
    { path: 'urgencyRank', is: 'atOrAfter', value: from },
    { path: 'urgencyRank', is: 'atOrBefore', value: to },
  ],
});

/** What is late or will be, and who has it. */
export const watchQueues: readonly ReferralQueue[] = [
  {
    of: 'worklist',
    id: 'Q32',
    slug: 'sla-at-risk',
    name: 'SLA at risk',
    filter: {
      all: [
        isOpen,
        {
          path: 'clocks',
          is: 'some',
          like: {
            all: [
              equals('paused', false),
              { path: 'warnAt', is: 'atOrBefore', value: { now: true } },
              { path: 'dueAt', is: 'atOrAfter', value: { now: true } },
            ],
          },
        },
      ],
    },
    sort: up('nextDueSort'),
    roles: ['lead'],
    why: ({ clocks }) => `Its deadlines come near or have passed: ${named(clocks)}.`,
    deadline: next,
  },
  {
    of: 'worklist',
    id: 'Q33',
    slug: 'sla-breached',
    name: 'SLA breached, not acknowledged',
    filter: { all: [isOpen, passed('nextDueSort'), lacks('escalationAckAt')] },
    sort: [...down('escalationLevel'), ...up('urgencyRank', 'nextDueSort')],
    roles: ['lead'],
    why: ({ nextDueAt, nextDueClock, breachedCount }) =>
      `${breachedCount} deadlines have passed, the first (${nextDueClock ?? '?'}) at ${nextDueAt ?? '?'}, and no escalation was acknowledged.`,
    deadline: next,
  },
  {
    of: 'worklist',
    id: 'Q34',
    slug: 'stale',
    name: 'Stale, no activity',
    filter: {
      all: [
        isOpen,
        equals('onHold', false),
        {
          any: [
            { all: [rank(0, 0), passed('lastActivityAt', { hours: -4 })] },
            { all: [rank(1, 2), passed('lastActivityAt', { businessDays: -1 })] },
            { all: [rank(3, 3), passed('lastActivityAt', { businessDays: -5 })] },
          ],
        },
      ],
    },
    sort: up('urgencyRank', 'lastActivityAt'),
    roles: ['lead'],
    why: ({ lastActivityAt, urgency }) =>
      `Nobody has done anything since ${lastActivityAt}, which is too long for a referral that is ${urgency}.`,
    deadline: next,
    note: 'Expedited referrals go by the time of urgent ones. What timers and processes record is no activity.',
  },
  {
    of: 'worklist',
    id: 'Q35',
    slug: 'patient-update-due',
    name: 'Patient update due',
    filter: {
      all: [
        isOpen,
        {
          any: [
            { all: [rank(0, 2), passed('patientWaitsSince', { businessDays: -3 })] },
            { all: [rank(3, 3), passed('patientWaitsSince', { businessDays: -10 })] },
          ],
        },
      ],
    },
    sort: up('urgencyRank', 'patientWaitsSince'),
    roles: ['coordinator'],
    why: ({ lastPatientUpdateAt, receivedAt }) =>
      lastPatientUpdateAt === null
        ? `The patient has heard nothing since the receipt at ${receivedAt}.`
        : `The patient has heard nothing since ${lastPatientUpdateAt}.`,
    deadline: next,
    note: 'Until a patient is told something, the time counts from the receipt. Stat and expedited referrals go by the time of urgent ones.',
  },
  {
    of: 'worklist',
    id: 'Q41',
    slug: 'unassigned',
    name: 'Unassigned',
    filter: { all: [isOpen, lacks('coordinatorId')] },
    ...baseSort(),
    roles: ['lead'],
    why: ({ receivedAt }) => `No coordinator has it; it was received at ${receivedAt}.`,
    deadline: next,
  },
  {
    of: 'worklist',
    id: 'Q42',
    slug: 'my-work',
    name: 'My work',
    filter: {
      all: [
        isOpen,
        {
          any: [
            { path: 'coordinatorId', is: 'equals', value: { me: true } },
            { path: 'coveringForId', is: 'equals', value: { me: true } },
          ],
        },
      ],
    },
    people: ({ coordinatorId, coveringForId }) => [coordinatorId, coveringForId],
    ...baseSort(),
    roles: ['coordinator'],
    why: ({ claimedAt }) => `You have it, or cover for whoever has${claimedAt === null ? '' : ` since ${claimedAt}`}.`,
    deadline: next,
  },
  {
    of: 'worklist',
    id: 'Q43',
    slug: 'absent-colleague',
    name: 'Absent colleague cover',
    filter: {
      all: [isOpen, { path: 'coordinatorId', is: 'in', value: { absent: true } }, lacks('coveringForId')],
    },
    people: ({ coordinatorId }) => [coordinatorId],
    ...baseSort(),
    roles: ['lead'],
    why: ({ coordinatorId }) => `${coordinatorId ?? 'Its coordinator'} is absent and nobody stands in.`,
    deadline: next,
  },
  {
    of: 'worklist',
    id: 'Q44',
    slug: 'reminders',
    name: 'Reminders today',
    filter: { all: [isOpen, today('nextReminderAt')] },
    sort: up('nextReminderAt'),
    roles: ['coordinator'],
    why: ({ reminders, nextReminderAt }) =>
      `A reminder is due at ${nextReminderAt ?? '?'}: ${reminders.find(({ dueAt }) => dueAt === nextReminderAt)?.what ?? ''}.`,
    deadline: ({ nextReminderAt }) => deadline(nextReminderAt),
  },
];

const named = (clocks: readonly { readonly clock: string; readonly dueAt: string; readonly paused: boolean }[]) =>
  clocks
    .filter(({ paused }) => !paused)
    .map(({ clock, dueAt }) => `${clock} at ${dueAt}`)
    .join(', ');
