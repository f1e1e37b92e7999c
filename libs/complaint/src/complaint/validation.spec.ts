import 'reflect-metadata';
import { describe, it } from '@jest/globals';
import { bodyChecks } from '@referral/values/testing';
import { complaintAggregate } from './aggregate';
import * as testing from './testing';

const orders = [testing.receive, testing.acknowledge, testing.investigate, testing.resolve, testing.reopen];

describe('the body of a command about a complaint', () => {
  it.each(bodyChecks('complaintId', complaintAggregate.commands, orders))('$title', ({ check }) => check());
});
