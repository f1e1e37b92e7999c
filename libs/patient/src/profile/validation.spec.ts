import 'reflect-metadata';
import { describe, it } from '@jest/globals';
import { bodyChecks } from '@referral/values/testing';
import { patientAggregate } from './aggregate';
import * as testing from './testing';

const orders = [
  testing.register,
  testing.update,
  testing.setContact,
  testing.setLanguage,
  testing.addCoverage,
  testing.terminateCoverage,
  testing.flag,
  testing.merge,
  testing.recordDeath,
  testing.approve,
];

describe('the body of a command about a patient', () => {
  it.each(bodyChecks('patientId', patientAggregate.commands, orders))('$title', ({ check }) => check());
});
