import { referralLifecycle } from './referral-lifecycle';

/** The pages that are written from the code: what makes each, by its file. */
export const pages: Readonly<Record<string, () => string>> = {
  'docs/referral-lifecycle.md': referralLifecycle,
};
