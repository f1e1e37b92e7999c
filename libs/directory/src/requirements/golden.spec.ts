import { describe, it } from '@jest/globals';
import { goldenChecks } from '@referral/eventsourcing/testing';
import { requirementSetAggregate } from './aggregate';

describe('stored events of a requirement set', () => {
  it.each(goldenChecks(new URL('./golden/', import.meta.url), requirementSetAggregate))('$title', ({ check }) =>
    check(),
  );
});
