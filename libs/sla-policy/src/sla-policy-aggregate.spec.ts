import 'reflect-metadata';
import { describe, it } from '@jest/globals';
import { aggregateChecks } from '@referral/values/testing';
import { slaPolicyAggregate, slaPolicyTransitions } from './sla-policy-aggregate';
import { policyPublished, policyVersionPublished } from './testing/policies';

const life = { beginnings: [policyPublished], later: [policyVersionPublished] };

describe('a policy about deadlines', () => {
  it.each(aggregateChecks(slaPolicyAggregate, slaPolicyTransitions, life))('$title', ({ check }) => check());
});
