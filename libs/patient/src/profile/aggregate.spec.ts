import 'reflect-metadata';
import { describe, it } from '@jest/globals';
import { aggregateChecks } from '@referral/values/testing';
import { patientAggregate } from './aggregate';
import * as facts from './testing';
import { transitions } from './rules';

const life = {
  beginnings: [facts.registered],
  later: [
    facts.updated,
    facts.contactSet,
    facts.languageSet,
    facts.coverageAdded,
    facts.coverageTerminated,
    facts.flagged,
    facts.merged,
    facts.died,
    facts.approved,
    facts.keyDestroyed,
  ],
};

describe('a patient', () => {
  it.each(aggregateChecks(patientAggregate, transitions, life))('$title', ({ check }) => check());
});
