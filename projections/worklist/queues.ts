import type { Sort } from '@referral/conditions';
import type { Index } from '@referral/eventsourcing';
import type { Stage } from '@referral/referral';
import { never } from '../shared/utc';
import type { Queue, QueueCondition } from './queue';

const up = (...paths: readonly string[]): Sort => paths.map((path) => ({ path, order: 'ascending' }));
const stageIs = (...stages: readonly Stage[]): QueueCondition => ({ path: 'stage', is: 'in', value: stages });
const isOpen: QueueCondition = { path: 'open', is: 'equals', value: true };
const exists = (path: string): QueueCondition => ({ path, is: 'exists', value: true });
const lacks = (path: string): QueueCondition => ({ path, is: 'exists', value: false });
const passed = (path: string, businessDays = 0): QueueCondition => ({
  path,
  is: 'before',
  value: { now: true, businessDays },
});

/** Base sort S0, by the time of one field: what is breached, then by urgency, due time and age. */
const baseSort = (due = 'nextDueSort') => ({ sort: up('urgencyRank', due, 'receivedAt'), breachedBy: due });
const baseIndex = (first: Index, due = 'nextDueSort'): Index => ({ ...first, urgencyRank: 1, [due]: 1, receivedAt: 1 });

/** What is due and when, or that it is awaited where no clock runs. */
const dueAt = (what: string, at: string): string => (at === never ? `${what} is awaited` : `${what} is due at ${at}`);

/** The queues whose facts exist. `docs` and the API list them from here. */
export const queues: readonly Queue[] = [
  {
    id: 'Q04',
    slug: 'unacknowledged',
    name: 'Unacknowledged',
    filter: { all: [stageIs('received'), lacks('acknowledgedAt')] },
    ...baseSort('due.K1'),
    roles: ['intake', 'coordinator'],
    index: baseIndex({ stage: 1 }, 'due.K1'),
    why: ({ receivedAt }) => `Received at ${receivedAt} and not acknowledged.`,
  },
  {
    id: 'Q05',
    slug: 'incomplete',
    name: 'Incomplete, to be requested',
    filter: {
      all: [
        stageIs('received', 'in_triage'),
        { path: 'facets.documents.missingMandatory', is: 'after', value: 0 },
        { path: 'openInfoRequests', is: 'equals', value: 0 },
      ],
    },
    ...baseSort(),
    roles: ['coordinator'],
    index: baseIndex({ stage: 1 }),
    why: ({ facets }) =>
      `${facets.documents.missingMandatory} mandatory items are missing and nobody was asked for them.`,
  },
  {
    id: 'Q06',
    slug: 'information-overdue',
    name: 'Waiting for information, overdue',
    filter: { all: [stageIs('awaiting_information'), passed('oldestInfoDueAt')] },
    sort: up('urgencyRank', 'oldestInfoDueAt'),
    roles: ['coordinator'],
    index: { stage: 1, urgencyRank: 1, oldestInfoDueAt: 1 },
    why: ({ oldestInfoDueAt }) => `The information asked for was due at ${oldestInfoDueAt ?? 'an unknown time'}.`,
  },
  {
    id: 'Q07',
    slug: 'information-awaited',
    name: 'Waiting for information, not yet due',
    filter: {
      all: [stageIs('awaiting_information'), { path: 'oldestInfoDueAt', is: 'atOrAfter', value: { now: true } }],
    },
    sort: up('oldestInfoDueAt'),
    roles: ['coordinator'],
    index: { stage: 1, oldestInfoDueAt: 1 },
    why: ({ oldestInfoDueAt }) => `The information asked for is due at ${oldestInfoDueAt ?? 'an unknown time'}.`,
  },
  {
    id: 'Q08',
    slug: 'ready-for-triage',
    name: 'Ready for triage',
    filter: {
      all: [
        stageIs('received', 'in_triage'),
        { path: 'completeness', is: 'equals', value: 'reached' },
        { path: 'onHold', is: 'equals', value: false },
      ],
    },
    sort: up('urgencyRank', 'due.K2'),
    roles: ['clinical_reviewer'],
    index: { stage: 1, urgencyRank: 1, 'due.K2': 1 },
    why: ({ due }) => `It is complete and ${dueAt('a triage decision', due.K2)}.`,
  },
  {
    id: 'Q09',
    slug: 'urgent-watch',
    name: 'Urgent and stat watch',
    filter: { all: [isOpen, { path: 'urgencyRank', is: 'atOrBefore', value: 1 }] },
    sort: up('nextDueSort', 'stageSince'),
    roles: ['coordinator', 'lead'],
    index: { open: 1, nextDueSort: 1, stageSince: 1 },
    why: ({ urgency }) => `It is ${urgency} and open.`,
  },
  {
    id: 'Q10',
    slug: 'eligibility',
    name: 'Eligibility to verify',
    filter: {
      all: [
        stageIs('accepted', 'scheduled'),
        {
          any: [
            { path: 'facets.eligibility', is: 'in', value: ['unknown', 'inactive', 'unable_to_verify'] },
            { path: 'facets.eligibilityEndsBeforeVisit', is: 'equals', value: true },
          ],
        },
      ],
    },
    sort: up('appointmentStartSort', 'due.K4'),
    roles: ['auth_specialist'],
    index: { stage: 1, appointmentStartSort: 1, 'due.K4': 1 },
    why: ({ facets }) =>
      facets.eligibilityEndsBeforeVisit
        ? `Eligibility is known until ${facets.eligibilityValidThrough ?? '?'}, which is before the visit.`
        : `Eligibility is ${facets.eligibility}.`,
  },
  {
    id: 'Q17',
    slug: 'ready-to-schedule',
    name: 'Ready to schedule',
    filter: {
      all: [stageIs('accepted'), { path: 'readyToSchedule', is: 'equals', value: true }, lacks('appointment')],
    },
    sort: up('urgencyRank', 'due.K8', 'acceptedAt'),
    roles: ['coordinator'],
    index: { stage: 1, urgencyRank: 1, 'due.K8': 1, acceptedAt: 1 },
    why: ({ due }) => `Every gate is open and ${dueAt('a booking', due.K8)}.`,
  },
  {
    id: 'Q23',
    slug: 'attendance-unknown',
    name: 'Attendance unknown',
    filter: { all: [stageIs('scheduled'), passed('appointment.end', -1)] },
    sort: up('appointment.end'),
    roles: ['coordinator'],
    index: { stage: 1, 'appointment.end': 1 },
    why: ({ appointment }) =>
      `The visit ended at ${appointment?.end ?? '?'} and nobody has said whether it took place.`,
  },
  {
    id: 'Q24',
    slug: 'rebook',
    name: 'No-show or cancelled, rebook',
    filter: { all: [stageIs('visit_missed', 'visit_cancelled')] },
    sort: [...up('urgencyRank'), { path: 'missedCount', order: 'descending' }, ...up('stageSince')],
    roles: ['coordinator'],
    index: { stage: 1, urgencyRank: 1, missedCount: -1, stageSince: 1 },
    why: ({ stage, stageSince }) =>
      `The visit was ${stage === 'visit_missed' ? 'missed' : 'cancelled'} at ${stageSince} and is not booked again.`,
  },
  {
    id: 'Q25',
    slug: 'report-overdue',
    name: 'Report overdue',
    filter: { all: [stageIs('visit_completed'), passed('report.dueAt')] },
    sort: up('urgencyRank', 'report.dueAt'),
    roles: ['coordinator'],
    index: { stage: 1, urgencyRank: 1, 'report.dueAt': 1 },
    why: ({ report }) => `The report was due at ${report.dueAt}.`,
  },
  {
    id: 'Q26',
    slug: 'report-to-forward',
    name: 'Report received, not forwarded',
    filter: { all: [stageIs('report_received'), lacks('report.forwardedAt')] },
    sort: up('urgencyRank', 'report.receivedAt'),
    roles: ['coordinator'],
    index: { stage: 1, urgencyRank: 1, 'report.receivedAt': 1 },
    why: ({ report }) => `The report came at ${report.receivedAt ?? '?'} and was not sent to the referrer.`,
  },
  {
    id: 'Q27',
    slug: 'report-to-acknowledge',
    name: 'Forwarded, not acknowledged',
    filter: { all: [stageIs('report_received'), exists('report.forwardedAt'), lacks('report.acknowledgedAt')] },
    sort: up('due.K12'),
    roles: ['coordinator'],
    index: { stage: 1, 'due.K12': 1 },
    why: ({ report }) => `The report was sent to the referrer at ${report.forwardedAt ?? '?'} and not acknowledged.`,
  },
  {
    id: 'Q28',
    slug: 'ready-to-close',
    name: 'Ready to close',
    filter: {
      all: [
        stageIs('report_received'),
        exists('report.acknowledgedAt'),
        { path: 'openFollowUps', is: 'equals', value: 0 },
      ],
    },
    sort: up('report.acknowledgedAt'),
    roles: ['coordinator'],
    index: { stage: 1, 'report.acknowledgedAt': 1 },
    why: ({ report }) => `The referrer acknowledged the report at ${report.acknowledgedAt ?? '?'}.`,
  },
  {
    id: 'Q36',
    slug: 'expiring',
    name: 'Expiring referrals',
    filter: {
      all: [
        isOpen,
        { path: 'validUntil', is: 'atOrAfter', value: { now: true } },
        { path: 'validUntil', is: 'atOrBefore', value: { now: true, days: 14 } },
        lacks('appointment'),
      ],
    },
    sort: up('validUntil'),
    roles: ['coordinator'],
    index: { open: 1, validUntil: 1 },
    why: ({ validUntil }) => `It is valid until ${validUntil ?? '?'} and no visit is booked.`,
  },
  {
    id: 'Q41',
    slug: 'unassigned',
    name: 'Unassigned',
    filter: { all: [isOpen, lacks('coordinatorId')] },
    ...baseSort(),
    roles: ['lead'],
    index: baseIndex({ open: 1, coordinatorId: 1 }),
    why: () => 'No coordinator has it.',
  },
  {
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
    ...baseSort(),
    roles: ['coordinator'],
    index: baseIndex({ open: 1, coordinatorId: 1 }),
    why: () => 'You have it, or cover for whoever has.',
  },
];

/** The indexes of all queues, each once. */
export const queueIndexes: readonly Index[] = [
  ...new Map(queues.map(({ index }) => [JSON.stringify(index), index])).values(),
];
