import type { Aggregate } from '@referral/eventsourcing';
import { useCases } from './commands/all';
import type { ReferralCommand } from './commands/referral-command';
import { referralDecider } from './decider';
import { referralEventTypes, referralUpcasters, type ReferralEvent } from './events/referral-event';
import { policiesOf } from './policies-of';
import type { Referral } from './referral';

/** Everything that the command handler needs to run referrals. */
export const referralAggregate: Aggregate<ReferralCommand, Referral, ReferralEvent> = {
  category: 'referral',
  idField: 'referralId',
  decider: referralDecider,
  commands: useCases,
  events: referralEventTypes,
  upcasters: referralUpcasters,
  patientOf: (referral) => (referral.stage === 'none' ? undefined : referral.registration.patientId),
  stageOf: (referral) => referral.stage,
  policiesOf,
  sensitivityOf: (referral) => (referral.stage === 'none' ? [] : referral.registration.sensitivity),
};
