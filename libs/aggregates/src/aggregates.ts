import type { Aggregate } from '@referral/eventsourcing';
import { authorizationAggregate } from '@referral/authorization';
import { intakeAggregate } from '@referral/intake';
import { referralAggregate } from '@referral/referral';
import { businessCalendarAggregate, slaPolicyAggregate } from '@referral/sla-policy';

/** Every kind of aggregate that the system runs. A new one is its library and a line here: routes, handlers, codec and audit follow. */
export const aggregates: readonly Aggregate[] = [
  referralAggregate,
  intakeAggregate,
  authorizationAggregate,
  slaPolicyAggregate,
  businessCalendarAggregate,
];
