import 'reflect-metadata';
import { describe, it } from '@jest/globals';
import { bodyChecks } from '@referral/values/testing';
import { requirementSetAggregate } from './aggregate';
import * as testing from './testing';

const orders = [testing.publish, testing.publishNext, testing.retire];

describe('the body of a command about a requirement set', () => {
  it.each(bodyChecks('requirementSetId', requirementSetAggregate.commands, orders))('$title', ({ check }) => check());
});
