import 'reflect-metadata';
import { describe, it } from '@jest/globals';
import { aggregateChecks } from '@referral/values/testing';
import { consentAggregate } from './aggregate';
import * as facts from './testing';
import { transitions } from './rules';

const { recorded, revoked, expired, overridden } = facts;
const life = {
  beginnings: [recorded],
  later: [revoked, expired, overridden],
};

describe('a consent', () => {
  it.each(aggregateChecks(consentAggregate, transitions, life))('$title', ({ check }) => check());
});
