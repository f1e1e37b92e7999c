import type { Projection } from '@referral/eventsourcing';
import { agenda } from './agenda/agenda';
import { auditTrail } from './audit-trail/audit-trail';
import { feed } from './feed/feed';
import { referralDetails } from './referral-details/referral-details';
import { turnaround } from './turnaround/turnaround';
import { worklist } from './worklist/worklist';

/** All read models. A new one is its folder and a line here. */
export const projections: readonly Projection[] = [worklist, referralDetails, auditTrail, turnaround, feed, agenda];

export { agenda, type AgendaItem } from './agenda/agenda';
export { auditQuery, type AuditQuestion } from './audit-trail/audit-query';
export type { AuditRecord } from './audit-trail/audit-record';
export { auditTrail } from './audit-trail/audit-trail';
export { feed } from './feed/feed';
export type { FeedState } from './feed/feed-state';
export {
  feedQuery,
  integrationEvent,
  type FeedEntry,
  type FeedQuestion,
  type IntegrationEvent,
} from './feed/integration-event';
export { referralDetails, type ReferralDetails, type TimelineItem } from './referral-details/referral-details';
export { never } from './shared/utc';
export { turnaroundCsv } from './turnaround/csv';
export { turnaroundMetric, turnaroundMetrics, type TurnaroundMetric } from './turnaround/metrics';
export type { Observation } from './turnaround/observations';
export { loopClosureRate, noShowRate, schedulingRates, type Rate } from './turnaround/rates';
export { seesSmallCells, smallestCell, suppressFigures, suppressRate } from './turnaround/small-cells';
export {
  cohort,
  groupings,
  summarise,
  type Grouping,
  type TurnaroundFigures,
  type TurnaroundQuestion,
} from './turnaround/summarise';
export { turnaround } from './turnaround/turnaround';
export type { TurnaroundFacts } from './turnaround/turnaround-facts';
export type { Queue, QueueQuery } from './worklist/queue';
export { queueBySlug, queueQuery, standings, type Onlooker, type Standing } from './worklist/queue-query';
export { queues } from './worklist/queues';
export { worklist } from './worklist/worklist';
export { atInstant, type WorklistEntry, type WorklistItem } from './worklist/worklist-entry';
