import type { DomainEvent } from '@referral/eventsourcing';

/** What every fact about a referral may say beside its own fields. */
export interface Recorded {
  /** The order of effective times was broken knowingly: the fact was written down late. */
  readonly lateEntry?: true;
}

/** A fact about a referral. */
export type Fact<Type extends string, Data extends object> = DomainEvent<Type, Data & Recorded>;
