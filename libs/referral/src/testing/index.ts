import { fold } from '@referral/eventsourcing';
import { decides, stepsOf } from '@referral/eventsourcing/testing';
import { referralDecider } from '../decider';
import type { ReferralEvent } from '../events/referral-event';
import type { Referral } from '../referral';
import { transitions } from '../transitions';

/** `given(...facts).when(order).then(...facts)` for referrals. */
export const { given } = decides(referralDecider, stepsOf({ rows: transitions }));

/** The referral that some facts make. */
export const referralAfter = (...events: readonly ReferralEvent[]): Referral =>
  fold(referralDecider.evolve, referralDecider.initialState, events);

/** The stage to which some facts lead. */
export const stageAfter = (...events: readonly ReferralEvent[]): Referral['stage'] => referralAfter(...events).stage;

export * from './facts';
export * from './facts/content';
export * from './facts/coverage';
export * as documentFacts from './facts/documents';
export * from './facts/redirection';
export * from './facts/requirements';
export * from './histories';
export * from './orders';
export * from './orders/content';
export * from './orders/coverage';
export * from './orders/documents';
export * from './orders/redirection';
export * from './orders/requirements';
export * from './parties';
