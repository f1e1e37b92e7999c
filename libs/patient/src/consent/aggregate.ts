import { type Aggregate, rulesOf } from '@referral/eventsourcing';
import { useCases } from './commands/all';
import type { ConsentCommand } from './commands/consent-command';
import type { ConsentState } from './consent';
import { type ConsentEvent, consentEventTypes } from './events';
import { evolveConsent } from './evolve';
import { consentInvariants, refusal, transitions } from './rules';

const { decider, allowedActions } = rulesOf<ConsentCommand, ConsentState, ConsentEvent>({
  useCases,
  initialState: { stage: 'none' },
  evolve: evolveConsent,
  commandsFrom: transitions.commandsFrom,
  notFound: () => refusal('CONSENT_NOT_FOUND'),
  beganAt: ({ recordedAt }) => recordedAt,
});

/** Everything that the command handler needs to run consents. */
export const consentAggregate: Aggregate<ConsentCommand, ConsentState, ConsentEvent> = {
  category: 'consent',
  collection: 'consents',
  idField: 'consentId',
  decider,
  commands: useCases,
  events: consentEventTypes,
  upcasters: {},
  invariants: consentInvariants,
  allowedActions,
  patientOf: (state) => (state.stage === 'none' ? undefined : state.patientId),
  stageOf: ({ stage }) => stage,
};
