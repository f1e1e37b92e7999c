import 'reflect-metadata';
import { describe, it } from '@jest/globals';
import { bodyChecks } from '@referral/values/testing';
import { planProfileAggregate } from './aggregate';
import * as testing from './testing';

const orders = [testing.publish, testing.publishNext, testing.retire];

describe('the body of a command about a plan profile', () => {
  it.each(bodyChecks('planId', planProfileAggregate.commands, orders))('$title', ({ check }) => check());
});
