import { describe, it } from '@jest/globals';
import { goldenChecks } from '@referral/eventsourcing/testing';
import { consentAggregate } from './aggregate';

describe('stored events of a consent', () => {
  it.each(goldenChecks(new URL('./golden/', import.meta.url), consentAggregate))('$title', ({ check }) => check());
});
