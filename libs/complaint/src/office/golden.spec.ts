import { describe, it } from '@jest/globals';
import { goldenChecks } from '@referral/eventsourcing/testing';
import { officeAggregate } from './aggregate';

describe('stored events of a referring office', () => {
  it.each(goldenChecks(new URL('./golden/', import.meta.url), officeAggregate))('$title', ({ check }) => check());
});
