import type * as kernel from '@referral/eventsourcing';

/** What every fact about an authorization says beside its own fields: whose referral it serves. */
export interface OfReferral {
  readonly referralId: string;
}

/** A fact about an authorization. */
export type Fact<Type extends string, Data extends object> = kernel.Fact<Type, Data & OfReferral>;
