import { decides } from '@referral/eventsourcing/testing';
import { authorizationAggregate } from '../aggregate';

/** `given(...facts).when(order).then(...facts)` for prior authorizations. */
export const { given } = decides(authorizationAggregate.decider);

export * from '@referral/values/testing';
export * from './facts';
export * from './histories';
export * from './orders';
