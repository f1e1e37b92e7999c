import type { Aggregate } from '@referral/eventsourcing';
import { allowedActions } from './allowed-actions';
import { useCases } from './commands/all';
import type { ReferralCommand } from './commands/referral-command';
import { referralDecider } from './decider';
import { referralEventTypes, referralUpcasters, type ReferralEvent } from './events/referral-event';
import { invariants } from './invariants';
import { policiesOf } from './policies-of';
import type { Referral } from './referral';

/** Everything that the command handler needs to run referrals. */
export const referralAggregate: Aggregate<ReferralCommand, Referral, ReferralEvent> = {
  category: 'referral',
  collection: 'referrals',
  idField: 'referralId',
  decider: referralDecider,
  commands: useCases,
  events: referralEventTypes,
  upcasters: referralUpcasters,
  invariants,
  allowedActions,
  patientOf: (referral) => (referral.stage === 'none' ? undefined : referral.registration.patientId),
  stageOf: (referral) => referral.stage,
  policiesOf,
  sensitivityOf: (referral) => (referral.stage === 'none' ? [] : referral.registration.sensitivity),
};
