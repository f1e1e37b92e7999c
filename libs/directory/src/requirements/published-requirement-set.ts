import type { Version } from '@referral/eventsourcing';
import type { RequirementSetTerms } from './events';

/** A requirement set that has at least one version. */
export interface PublishedRequirementSet {
  readonly stage: 'published' | 'retired';
  readonly requirementSetId: string;
  /** Effective time of the first publication. */
  readonly since: string;
  /** From when nothing that begins relies on it; `null` while it is not retired. */
  readonly retiredAt: string | null;
  /** In the order of publication; version n is the n-th. */
  readonly versions: readonly (RequirementSetTerms & Version)[];
}

/** A requirement set as its history tells it. */
export type RequirementSetState = { readonly stage: 'none' } | PublishedRequirementSet;
