import 'reflect-metadata';
import { describe, it } from '@jest/globals';
import { aggregateChecks } from '@referral/values/testing';
import { directoryAggregate } from './aggregate';
import * as facts from './testing';
import { transitions } from './rules';

const life = {
  beginnings: [facts.added],
  later: [
    facts.updated,
    facts.networkChanged,
    facts.capacityReported,
    facts.verified,
    facts.disputed,
    facts.agreementRecorded,
    facts.suspended,
    facts.reinstated,
    facts.retired,
  ],
};

describe('a directory entry', () => {
  it.each(aggregateChecks(directoryAggregate, transitions, life))('$title', ({ check }) => check());
});
