import type { Projection } from '@referral/eventsourcing';
import { absences } from './absences/absences';
import { agenda } from './agenda/agenda';
import { auditTrail } from './audit-trail/audit-trail';
import { complaints } from './complaints/complaints';
import { consents } from './consents/consents';
import { directory } from './directory/directory';
import { feed } from './feed/feed';
import { intakeWorklist } from './intake-worklist/intake-worklist';
import { referralDetails } from './referral-details/referral-details';
import { turnaround } from './turnaround/turnaround';
import { worklist } from './worklist/worklist';

/** All read models. A new one is its folder and a line here. */
export const projections: readonly Projection[] = [
  worklist,
  referralDetails,
  auditTrail,
  turnaround,
  feed,
  agenda,
  intakeWorklist,
  complaints,
  directory,
  absences,
  consents,
];

export { absences, isAbsent, type AbsenceEntry } from './absences/absences';
export { agenda, type AgendaItem } from './agenda/agenda';
export { auditQuery, type AuditQuestion } from './audit-trail/audit-query';
export type { AuditRecord } from './audit-trail/audit-record';
export { auditTrail } from './audit-trail/audit-trail';
export { complaints, type ComplaintItem } from './complaints/complaints';
export { consents, type ConsentEntry } from './consents/consents';
export { directory, type DirectoryItem } from './directory/directory';
export { feed } from './feed/feed';
export type { FeedState } from './feed/feed-state';
export {
  feedQuery,
  integrationEvent,
  type FeedEntry,
  type FeedQuestion,
  type IntegrationEvent,
} from './feed/integration-event';
export { intakeWorklist, type IntakeItemEntry } from './intake-worklist/intake-worklist';
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
export type { OtherQueue, Queue, QueueDeadline, QueueQuery, ReferralQueue } from './worklist/queue';
export {
  concernsAbsent,
  queueBySlug,
  queueQuery,
  standings,
  type Onlooker,
  type Standing,
} from './worklist/queue-query';
export { queueTable } from './worklist/queue-table';
export { queues, referralQueues } from './worklist/queues';
export { unpacked } from './worklist/packed-offer';
export { workOf } from './worklist/work-of';
export { worklist } from './worklist/worklist';
export {
  breachesAt,
  keptForEvents,
  type WorklistEntry,
  type WorklistItem,
  type WorklistRow,
} from './worklist/worklist-entry';
