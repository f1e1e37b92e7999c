import type { Condition, Sort } from '@referral/conditions';
import { utc } from '../shared/utc';

/** What an auditor asks for; what is left out is not asked. */
export interface AuditQuestion {
  readonly referralId?: string;
  /** Id of an aggregate of any kind. */
  readonly aggregateId?: string;
  /** User id. */
  readonly actor?: string;
  /** Event type. */
  readonly type?: string;
  /** Recorded at or after this instant. */
  readonly from?: string;
  /** Recorded before this instant. */
  readonly to?: string;
}

/** The rows that answer a question, in the order of the log: times of different servers cannot upset it. */
export const auditQuery = (question: AuditQuestion): { readonly filter: Condition; readonly sort: Sort } => {
  const { referralId, aggregateId, actor, type, from, to } = question;
  const all: Condition[] = [];
  if (referralId !== undefined) all.push({ path: 'referralId', is: 'equals', value: referralId });
  if (aggregateId !== undefined) all.push({ path: 'aggregateId', is: 'equals', value: aggregateId });
  if (actor !== undefined) all.push({ path: 'actorId', is: 'equals', value: actor });
  if (type !== undefined) all.push({ path: 'type', is: 'equals', value: type });
  if (from !== undefined) all.push({ path: 'recordedAt', is: 'atOrAfter', value: utc(from) });
  if (to !== undefined) all.push({ path: 'recordedAt', is: 'before', value: utc(to) });
  return { filter: { all }, sort: [{ path: '_id', order: 'ascending' }] };
};
