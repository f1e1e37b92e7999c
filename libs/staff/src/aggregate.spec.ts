import 'reflect-metadata';
import { describe, it } from '@jest/globals';
import { aggregateChecks } from '@referral/values/testing';
import { staffAggregate } from './aggregate';
import * as facts from './testing';
import { transitions } from './rules';

const { added, granted, revoked, skilled, absent, capacitySet, trained } = facts;
const life = {
  beginnings: [added],
  later: [granted, revoked, skilled, absent, capacitySet, trained],
};

describe('a member of staff', () => {
  it.each(aggregateChecks(staffAggregate, transitions, life))('$title', ({ check }) => check());
});
