import 'reflect-metadata';
import { describe, it } from '@jest/globals';
import { aggregateChecks } from '@referral/values/testing';
import { authorizationAggregate } from './aggregate';
import * as facts from './testing';
import { authorizationTransitions } from './transitions';

const life = {
  beginnings: [facts.opened],
  later: [
    facts.submitted,
    facts.pended,
    facts.informed,
    facts.approved,
    facts.partlyApproved,
    facts.modified,
    facts.denied,
    facts.notRequired,
    facts.contactPayer,
    facts.overdue,
    facts.talkRequested,
    facts.talked,
    facts.appealFiled,
    facts.appealDecided,
    facts.used,
    facts.exhausted,
    facts.extensionRequested,
    facts.extended,
    facts.expiring,
    facts.expired,
    facts.cancelled,
  ],
};

describe('a prior authorization', () => {
  it.each(aggregateChecks(authorizationAggregate, authorizationTransitions, life))('$title', ({ check }) => check());
});
