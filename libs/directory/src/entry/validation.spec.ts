import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { bodyChecks, wrongIn } from '@referral/values/testing';
import { directoryAggregate } from './aggregate';
import { ChangeNetworkParticipation } from './commands/change-network-participation';
import { UpdateDirectoryEntry } from './commands/update-directory-entry';
import * as testing from './testing';

const orders = [
  testing.addEntry,
  testing.updateEntry,
  testing.changeNetwork,
  testing.reportCapacity,
  testing.verifyEntry,
  testing.disputeEntry,
  testing.recordAgreement,
  testing.suspendEntry,
  testing.reinstateEntry,
  testing.retireEntry,
];

describe('the body of a command about a directory entry', () => {
  it.each(bodyChecks('entryId', directoryAggregate.commands, orders))('$title', ({ check }) => check());

  it.each([
    ['npi', '12345'],
    ['channels', [{ channel: 'pigeon', address: 'roof' }]],
    ['languages', ['English please']],
    ['ageRange', { from: -1 }],
    ['acceptedPlans', ['plan-1', 'plan-1']],
  ])('is refused with %s %j', (field, value) => {
    expect(wrongIn(UpdateDirectoryEntry, { [field]: value })).toEqual([field]);
  });

  it('is refused for a participation that ends before it begins', () => {
    const body = { planId: 'plan-1', status: 'in_network', from: '2026-03-02', to: '2026-03-01' };
    expect(wrongIn(ChangeNetworkParticipation, body)).toEqual(['to']);
  });
});
