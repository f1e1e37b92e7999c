import 'reflect-metadata';
import { describe, it } from '@jest/globals';
import { aggregateChecks } from '@referral/values/testing';
import { complaintAggregate } from './aggregate';
import * as facts from './testing';
import { transitions } from './rules';

const { received, acknowledged, investigated, resolved, reopened } = facts;
const life = {
  beginnings: [received],
  later: [acknowledged, investigated, resolved, reopened],
};

describe('a complaint', () => {
  it.each(aggregateChecks(complaintAggregate, transitions, life))('$title', ({ check }) => check());
});
