import 'reflect-metadata';
import { describe, it } from '@jest/globals';
import { bodyChecks } from '@referral/values/testing';
import { officeAggregate } from './aggregate';
import * as testing from './testing';

const orders = [testing.register, testing.send, testing.acknowledge];

describe('the body of a command about a referring office', () => {
  it.each(bodyChecks('officeId', officeAggregate.commands, orders))('$title', ({ check }) => check());
});
