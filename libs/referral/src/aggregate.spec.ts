import 'reflect-metadata';
import { describe, it } from '@jest/globals';
import { aggregateChecks } from '@referral/values/testing';
import { referralAggregate } from './aggregate';
import { referralEventTypes, type ReferralEvent } from './events/referral-event';
import * as testing from './testing';
import { transitions } from './transitions';

const isFact = (example: unknown): example is ReferralEvent =>
  typeof example === 'object' && example !== null && 'type' in example && String(example.type) in referralEventTypes;

const facts = [...Object.values(testing), ...Object.values(testing.documentFacts)].filter(isFact);
const begins = ({ type }: ReferralEvent): boolean => type === 'ReferralReceived' || type === 'ReferralDrafted';
const life = { beginnings: facts.filter(begins), later: facts.filter((fact) => !begins(fact)) };

describe('a referral', () => {
  it.each(aggregateChecks(referralAggregate, { rows: transitions }, life))('$title', ({ check }) => check());
});
