import { referralLifecycle } from './referral-lifecycle';
import { workQueues } from './work-queues';

/** The pages that are written from the code: what makes each, by its file. */
export const pages: Readonly<Record<string, () => string>> = {
  'docs/referral-lifecycle.md': referralLifecycle,
  'docs/work-queues.md': workQueues,
};
