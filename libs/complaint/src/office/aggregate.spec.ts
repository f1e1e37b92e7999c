import 'reflect-metadata';
import { describe, it } from '@jest/globals';
import { aggregateChecks } from '@referral/values/testing';
import { officeAggregate } from './aggregate';
import * as facts from './testing';
import { transitions } from './rules';

const { registered, sent, acknowledged } = facts;
const life = {
  beginnings: [registered],
  later: [sent, acknowledged],
};

describe('a referring office', () => {
  it.each(aggregateChecks(officeAggregate, transitions, life))('$title', ({ check }) => check());
});
