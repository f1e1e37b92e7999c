import 'reflect-metadata';
import { describe, it } from '@jest/globals';
import { aggregateChecks } from '@referral/values/testing';
import { directoryAggregate } from './aggregate';
import * as facts from './testing';
import { transitions } from './rules';

const {
  added,
  updated,
  networkChanged,
  capacityReported,
  verified,
  disputed,
  agreementRecorded,
  suspended,
  reinstated,
  retired,
} = facts;
const life = {
  beginnings: [added],
  later: [
    updated,
    networkChanged,
    capacityReported,
    verified,
    disputed,
    agreementRecorded,
    suspended,
    reinstated,
    retired,
  ],
};

describe('a directory entry', () => {
  it.each(aggregateChecks(directoryAggregate, transitions, life))('$title', ({ check }) => check());
});
