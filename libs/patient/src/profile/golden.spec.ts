import { describe, it } from '@jest/globals';
import { goldenChecks } from '@referral/eventsourcing/testing';
import { patientAggregate } from './aggregate';

describe('stored events of a patient', () => {
  it.each(goldenChecks(new URL('./golden/', import.meta.url), patientAggregate))('$title', ({ check }) => check());
});
