import type { DomainEvent } from '@referral/eventsourcing';
import type { ConsentCopy } from './consent-copy';
import type { Decision, Trigger } from './process';

/** What a process wants to remember until there is an answer. */
export type About = Readonly<Record<string, string>>;

/** By what open referrals are looked for. */
export type SearchField = 'patientId' | 'destinationId' | 'coordinatorId';

/** Looks for the open referrals of somebody, or of some place, in the read model of the queues; a page at a time. */
export interface Search {
  readonly kind: 'search';
  readonly field: SearchField;
  readonly value: string;
  /** The last referral that was found before. */
  readonly after?: string;
  readonly about?: About;
}

/** Looks how patients, destinations or members of staff stand, in their own streams. */
export interface LookUp {
  readonly kind: 'look_up';
  readonly of: 'patient' | 'destination' | 'staff';
  readonly ids: readonly string[];
  readonly about?: About;
}

/** Looks for the consents of a patient that hold, in the read model of consents. */
export interface ConsentSearch {
  readonly kind: 'consents';
  readonly patientId: string;
}

/** The consents that were found, the oldest first. */
export interface ConsentsFound {
  readonly outcome: 'consents';
  readonly consents: readonly ConsentCopy[];
}

/** What was found: ids of referrals, with whether there are more; how somebody stands, in a word for each that exists. */
export interface Found {
  readonly outcome: 'found';
  readonly values: readonly string[];
  readonly more: boolean;
}

/** Looks for open referrals. Everything that happened before it looks is in what it finds. */
export const search = (field: SearchField, value: string, about?: About): Decision => ({
  decide: 'give',
  errand: { kind: 'search', field, value, ...(about && { about }) },
});

/** Looks for the consents of a patient that hold. Every one that was recorded before it looks is in what it finds. */
export const searchConsents = (patientId: string): Decision => ({
  decide: 'give',
  errand: { kind: 'consents', patientId },
});

/** Looks how somebody or some place stands now. */
export const lookUp = (of: LookUp['of'], ids: readonly string[], about?: About): Decision => ({
  decide: 'give',
  errand: { kind: 'look_up', of, ids, ...(about && { about }) },
});

/** Decides for each referral that a search has found, and goes on with the next page. */
export const eachFound = <Fact extends DomainEvent>(
  trigger: Trigger<Fact>,
  decide: (referralId: string, about: About) => Decision,
): readonly Decision[] => {
  if (trigger.kind !== 'outcome' || trigger.errand.kind !== 'search' || trigger.outcome.outcome !== 'found') return [];
  const { errand, outcome } = trigger;
  const { values, more } = outcome;
  const last = values.at(-1);
  const next: readonly Decision[] =
    more && last !== undefined ? [{ decide: 'give', errand: { ...errand, after: last } }] : [];
  return [...values.map((referralId) => decide(referralId, errand.about ?? {})), ...next];
};
