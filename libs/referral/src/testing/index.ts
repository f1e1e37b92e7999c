import { fold } from '@referral/eventsourcing';
import { decides } from '@referral/eventsourcing/testing';
import { referralDecider } from '../decider';
import type { ReferralEvent } from '../events/referral-event';
import type { Referral } from '../referral';

/** `given(...facts).when(order).then(...facts)` for referrals. */
export const { given } = decides(referralDecider);

/** The referral that some facts make. */
export const referralAfter = (...events: readonly ReferralEvent[]): Referral =>
  fold(referralDecider.evolve, referralDecider.initialState, events);

/** The stage to which some facts lead. */
export const stageAfter = (...events: readonly ReferralEvent[]): Referral['stage'] => referralAfter(...events).stage;

export * from './facts';
export * from './histories';
export * from './orders';
export * from './parties';
