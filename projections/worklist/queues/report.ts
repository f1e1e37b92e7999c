import { deadline, down, dueAt, equals, exists, lacks, next, passed, stageIs, up } from '../conditions';
import type { ReferralQueue } from '../queue';

/** From the visit to the closed loop. */
export const reportQueues: readonly ReferralQueue[] = [
  {
    of: 'worklist',
    id: 'Q23',
    slug: 'attendance-unknown',
    name: 'Attendance unknown',
    filter: { all: [stageIs('scheduled'), passed('appointment.end', { businessDays: -1 })] },
    sort: up('appointment.end'),
    roles: ['coordinator'],
    why: ({ appointment }) =>
      `The visit ended at ${appointment?.end ?? '?'} and nobody has said whether it took place.`,
    deadline: next,
  },
  {
    of: 'worklist',
    id: 'Q24',
    slug: 'rebook',
    name: 'No-show or cancelled, rebook',
    filter: { all: [stageIs('visit_missed', 'visit_cancelled')] },
    sort: [...up('urgencyRank'), ...down('missedCount'), ...up('stageSince')],
    roles: ['coordinator'],
    why: ({ stage, stageSince }) =>
      `The visit was ${stage === 'visit_missed' ? 'missed' : 'cancelled'} at ${stageSince} and is not booked again.`,
    deadline: ({ clocks }) => deadline(clocks.find(({ clock }) => clock === 'K10')?.dueAt, 'K10'),
  },
  {
    of: 'worklist',
    id: 'Q25',
    slug: 'report-overdue',
    name: 'Report overdue',
    filter: { all: [stageIs('visit_completed'), passed('report.dueAt')] },
    sort: up('urgencyRank', 'report.dueAt'),
    roles: ['coordinator'],
    why: ({ report }) => `The report was due at ${report.dueAt} and was asked for ${report.requests} times.`,
    deadline: ({ report }) => deadline(report.dueAt, 'K11'),
  },
  {
    of: 'worklist',
    id: 'Q26',
    slug: 'report-to-forward',
    name: 'Report received, not forwarded',
    filter: { all: [stageIs('report_received'), lacks('report.forwardedAt')] },
    sort: up('urgencyRank', 'report.receivedAt'),
    roles: ['coordinator'],
    why: ({ report }) => `The report came at ${report.receivedAt ?? '?'} and was not sent to the referrer.`,
    deadline: next,
  },
  {
    of: 'worklist',
    id: 'Q27',
    slug: 'report-to-acknowledge',
    name: 'Forwarded, not acknowledged',
    filter: { all: [stageIs('report_received'), exists('report.forwardedAt'), lacks('report.acknowledgedAt')] },
    sort: up('due.K12'),
    roles: ['coordinator'],
    why: ({ report, due }) =>
      `The report was sent to the referrer at ${report.forwardedAt ?? '?'} and not acknowledged; ${dueAt('that', due.K12)}.`,
    deadline: ({ due }) => deadline(due.K12, 'K12'),
  },
  {
    of: 'worklist',
    id: 'Q28',
    slug: 'ready-to-close',
    name: 'Ready to close',
    filter: { all: [stageIs('report_received'), exists('report.acknowledgedAt'), equals('openFollowUps', 0)] },
    sort: up('report.acknowledgedAt'),
    roles: ['coordinator'],
    why: ({ report }) => `The referrer acknowledged the report at ${report.acknowledgedAt ?? '?'}.`,
    deadline: next,
  },
];
