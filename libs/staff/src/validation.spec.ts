import 'reflect-metadata';
import { describe, it } from '@jest/globals';
import { bodyChecks } from '@referral/values/testing';
import { staffAggregate } from './aggregate';
import * as testing from './testing';

const orders = [
  testing.addStaff,
  testing.grantRole,
  testing.revokeRole,
  testing.addSkill,
  testing.recordAbsence,
  testing.setCapacity,
  testing.completeTraining,
];

describe('the body of a command about a member of staff', () => {
  it.each(bodyChecks('staffId', staffAggregate.commands, orders))('$title', ({ check }) => check());
});
