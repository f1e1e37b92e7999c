import type { Projection } from '@referral/eventsourcing';
import { type Consent, consentAggregate, type ConsentEvent } from '@referral/patient';
import { knownInstance } from '../shared/known-instance';
import { utc } from '../shared/utc';

/** A consent, by its patient. */
export interface ConsentEntry {
  readonly patientId: string;
  readonly stage: Consent['stage'];
  readonly recordedAt: string;
  readonly state: Consent;
}

/** One document per consent, without what it says of the information. */
export const consents: Projection<ConsentEvent, ConsentEntry> = {
  name: 'consents',
  version: 1,
  categories: [consentAggregate.category],
  documentId: knownInstance(consentAggregate),
  begins: ({ revision }) => revision === 0n,
  evolve: (document, event) => {
    const { decider } = consentAggregate;
    const state = decider.evolve(document?.state ?? decider.initialState, event);
    if (state.stage === 'none') return null;
    const { patientId, stage, recordedAt } = state;
    return { patientId, stage, recordedAt: utc(recordedAt), state };
  },
  indexes: [{ patientId: 1 }],
};
