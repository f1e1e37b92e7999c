import { decides } from '@referral/eventsourcing/testing';
import { referralDecider } from '../decider';

/** `given(...facts).when(order).then(...facts)` for referrals. */
export const { given } = decides(referralDecider);

export * from './facts';
export * from './histories';
export * from './orders';
export * from './parties';
