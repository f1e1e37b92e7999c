import 'reflect-metadata';
import { describe, it } from '@jest/globals';
import { aggregateChecks } from '@referral/values/testing';
import { requirementSetAggregate } from './aggregate';
import * as facts from './testing';
import { transitions } from './rules';

const { published, nextPublished, retired } = facts;
const life = {
  beginnings: [published],
  later: [nextPublished, retired],
};

describe('a requirement set', () => {
  it.each(aggregateChecks(requirementSetAggregate, transitions, life))('$title', ({ check }) => check());
});
