export { aggregateChecks } from './aggregate-checks';
export { schemaOf, wrongPathsIn } from './bodies';
export { bodyChecks, wrongIn } from './body-checks';
import { describe, it } from '@jest/globals';
import type { Command, DomainEvent, Staged } from '@referral/eventsourcing';
import { goldenChecks } from '@referral/eventsourcing/testing';
import { bodiesContract } from './bodies.contract';
import { deciderContract } from './decider.contract';
import type { AggregateUnderTest } from './under-test';

/** What holds for every aggregate: its stored events, its bodies and its rules. */
export const aggregateContract = <C extends Command, State extends Staged, Event extends DomainEvent>(
  subject: AggregateUnderTest<C, State, Event>,
): void => {
  describe('stored events', () => {
    it.each(goldenChecks(subject.golden, subject.aggregate, subject.histories))('$title', ({ check }) => check());
  });
  bodiesContract(subject);
  deciderContract(subject);
};

export * from './orders';
export { underOrders, type Step } from './under-orders';
export { stateAfter, type AggregateUnderTest } from './under-test';
