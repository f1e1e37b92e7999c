import { describe, it } from '@jest/globals';
import { goldenChecks } from '@referral/eventsourcing/testing';
import { planProfileAggregate } from './aggregate';

describe('stored events of a plan profile', () => {
  it.each(goldenChecks(new URL('./golden/', import.meta.url), planProfileAggregate))('$title', ({ check }) => check());
});
