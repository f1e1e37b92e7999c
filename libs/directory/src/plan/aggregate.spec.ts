import 'reflect-metadata';
import { describe, it } from '@jest/globals';
import { aggregateChecks } from '@referral/values/testing';
import { planProfileAggregate } from './aggregate';
import * as facts from './testing';
import { transitions } from './rules';

const { published, nextPublished, retired } = facts;
const life = {
  beginnings: [published],
  later: [nextPublished, retired],
};

describe('a plan profile', () => {
  it.each(aggregateChecks(planProfileAggregate, transitions, life))('$title', ({ check }) => check());
});
