import { decides, stepsOf } from '@referral/eventsourcing/testing';
import { intakeAggregate } from '../aggregate';

/** `given(...facts).when(order).then(...facts)` for intake items. */
export const { given } = decides(intakeAggregate.decider, stepsOf(intakeTransitions));

export * from '@referral/values/testing';
export * from './facts';
export * from './histories';
export * from './orders';
import { intakeTransitions } from '../transitions';
