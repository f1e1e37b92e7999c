import { describe, it } from '@jest/globals';
import { goldenChecks } from '@referral/eventsourcing/testing';
import { directoryAggregate } from './aggregate';

describe('stored events of a directory entry', () => {
  it.each(goldenChecks(new URL('./golden/', import.meta.url), directoryAggregate))('$title', ({ check }) => check());
});
