import { describe, expect, it } from '@jest/globals';
import { aggregateContract, underOrders } from '@referral/values/testing';
import { referralAggregate } from './aggregate';
import { allowedActions, whyNot } from './allowed-actions';
import { isTerminal } from './stages';
import { everyone, histories } from './testing';
import { arbitraryOrders } from './testing/arbitrary-orders';
import { bodies } from './testing/bodies';
import { transitions, type CommandName } from './transitions';

const subject = {
  aggregate: referralAggregate,
  histories,
  golden: new URL('./golden/', import.meta.url),
  bodies,
  // A reason that is lacking is the rule's to miss.
  bodiless: [
    'ConfirmComplete',
    'MarkEnteredInError',
    'ExhaustOutreach',
    'RefuseCancellation',
    'WithdrawCancellationRequest',
  ],
  nullable: ['VerifyEligibility.serviceCovered'],
  rows: transitions,
  excepted: ['StartTriage'], // of an incomplete referral, when an override is approved
  orders: arbitraryOrders,
  everyone,
};

aggregateContract(subject);

const { always } = underOrders(subject);

describe('a referral under any sequence of orders', () => {
  it('tells why not of a command that it does not offer, and of no other', () => {
    always(({ before, name }) => {
      const blocked = whyNot(before, everyone, name as CommandName);
      expect(allowedActions(before, everyone).includes(name as CommandName)).toBe(blocked === null);
    });
  });

  it('has no active appointment once it is finished, and one at least while it is scheduled', () => {
    always(({ after }) => {
      if (after.stage === 'none') return;
      const booked = after.facets.appointments.filter(({ status }) => status === 'booked').length;
      if (after.stage === 'scheduled') expect(booked).toBeGreaterThan(0);
      if (isTerminal(after.stage)) expect(booked).toBe(0);
    });
  });
});
