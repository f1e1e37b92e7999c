import type { Condition } from '@referral/conditions';
import { queueKey } from './queue-keys';

/** What the worklist is asked for the open referrals that somebody has or stands in for: what stands in the person's own queue (Q42). */
export const workOf = (userId: string): Condition => ({
  path: 'queueKeys',
  is: 'equals',
  value: queueKey({ id: 'Q42' }, userId),
});
