import { decides, stepsOf } from '@referral/eventsourcing/testing';
import { authorizationAggregate } from '../aggregate';

/** `given(...facts).when(order).then(...facts)` for prior authorizations. */
export const { given } = decides(authorizationAggregate.decider, stepsOf(authorizationTransitions));

export * from '@referral/values/testing';
export * from './facts';
export * from './histories';
export * from './orders';
import { authorizationTransitions } from '../transitions';
