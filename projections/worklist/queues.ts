import type { Queue, ReferralQueue } from './queue';
import { besideReferrals } from './queues/beside-referrals';
import { coverageQueues } from './queues/coverage';
import { reportQueues } from './queues/report';
import { schedulingQueues } from './queues/scheduling';
import { triageQueues } from './queues/triage';
import { watchQueues } from './queues/watch';

const inOrder = <Q extends Queue>(unordered: readonly Q[]): readonly Q[] =>
  [...unordered].sort((one, other) => (one.id < other.id ? -1 : 1));

/** The queues of referrals, in the order of their ids. */
export const referralQueues: readonly ReferralQueue[] = inOrder([
  ...triageQueues,
  ...coverageQueues,
  ...schedulingQueues,
  ...reportQueues,
  ...watchQueues,
]);

/** All queues, in the order of their ids. Documentation and interface list them from here. */
export const queues: readonly Queue[] = inOrder<Queue>([...referralQueues, ...besideReferrals]);
