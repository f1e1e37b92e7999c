import { describe, it } from '@jest/globals';
import { goldenChecks } from '@referral/eventsourcing/testing';
import { staffAggregate } from './aggregate';

describe('stored events of a member of staff', () => {
  it.each(goldenChecks(new URL('./golden/', import.meta.url), staffAggregate))('$title', ({ check }) => check());
});
