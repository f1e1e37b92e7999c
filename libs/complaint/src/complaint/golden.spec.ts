import { describe, it } from '@jest/globals';
import { goldenChecks } from '@referral/eventsourcing/testing';
import { complaintAggregate } from './aggregate';

describe('stored events of a complaint', () => {
  it.each(goldenChecks(new URL('./golden/', import.meta.url), complaintAggregate))('$title', ({ check }) => check());
});
