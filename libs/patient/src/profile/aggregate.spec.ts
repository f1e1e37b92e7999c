import 'reflect-metadata';
import { describe, it } from '@jest/globals';
import { aggregateChecks } from '@referral/values/testing';
import { patientAggregate } from './aggregate';
import * as facts from './testing';
import { transitions } from './rules';

const {
  registered,
  updated,
  contactSet,
  languageSet,
  coverageAdded,
  coverageTerminated,
  flagged,
  merged,
  died,
  approved,
  keyDestroyed,
} = facts;
const life = {
  beginnings: [registered],
  later: [
    updated,
    contactSet,
    languageSet,
    coverageAdded,
    coverageTerminated,
    flagged,
    merged,
    died,
    approved,
    keyDestroyed,
  ],
};

describe('a patient', () => {
  it.each(aggregateChecks(patientAggregate, transitions, life))('$title', ({ check }) => check());
});
