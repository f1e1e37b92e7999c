import { queueTable } from '@referral/projections';
import { table } from './table';

/** What a page says about the work queues, as their definitions have them. */
export const workQueues = (): string => {
  const { headings, rows } = queueTable();
  return [
    'Every queue is at `GET /api/v1/worklists/{queue}`, and all of a caller’s roles with their counts at `GET /api/v1/worklists`. The roles lead and compliance see every queue. Times are compared with the moment at which somebody looks. Each row says why it is there (`reason`), the deadline that the queue is about (`deadline`), every deadline that runs (`deadlines`) and what the caller may do now (`allowedActions`).',
    table(headings, rows),
    'Sorting ends with the id, so that pages are stable. `breached first`: what is past the time that the queue sorts by comes before all other rows.',
  ].join('\n\n');
};
