import type { Version } from '@referral/eventsourcing';
import type { PlanProfileTerms } from './events';

/** A plan profile that has at least one version. */
export interface PublishedPlanProfile {
  readonly stage: 'published' | 'retired';
  readonly planId: string;
  /** Effective time of the first publication. */
  readonly since: string;
  /** In the order of publication; version n is the n-th. */
  readonly versions: readonly (PlanProfileTerms & Version)[];
}

/** A plan profile as its history tells it. */
export type PlanProfileState = { readonly stage: 'none' } | PublishedPlanProfile;
