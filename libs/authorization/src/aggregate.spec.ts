import 'reflect-metadata';
import { describe, it } from '@jest/globals';
import { aggregateChecks } from '@referral/values/testing';
import { authorizationAggregate } from './aggregate';
import * as facts from './testing';
import { authorizationTransitions } from './transitions';

const {
  opened,
  submitted,
  pended,
  informed,
  approved,
  partlyApproved,
  modified,
  denied,
  notRequired,
  contactPayer,
  overdue,
  talkRequested,
  talked,
  appealFiled,
  appealDecided,
  used,
  exhausted,
  extensionRequested,
  extended,
  expiring,
  expired,
  cancelled,
} = facts;
const life = {
  beginnings: [opened],
  later: [
    submitted,
    pended,
    informed,
    approved,
    partlyApproved,
    modified,
    denied,
    notRequired,
    contactPayer,
    overdue,
    talkRequested,
    talked,
    appealFiled,
    appealDecided,
    used,
    exhausted,
    extensionRequested,
    extended,
    expiring,
    expired,
    cancelled,
  ],
};

describe('a prior authorization', () => {
  it.each(aggregateChecks(authorizationAggregate, authorizationTransitions, life))('$title', ({ check }) => check());
});
