import 'reflect-metadata';
import { describe, it } from '@jest/globals';
import { bodyChecks } from '@referral/values/testing';
import { consentAggregate } from './aggregate';
import * as testing from './testing';

const orders = [testing.record, testing.revoke, testing.expire, testing.override];

describe('the body of a command about a consent', () => {
  it.each(bodyChecks('consentId', consentAggregate.commands, orders))('$title', ({ check }) => check());
});
