import { describe, it } from '@jest/globals';
import { goldenChecks } from '@referral/eventsourcing/testing';
import { businessCalendarAggregate } from './business-calendar-aggregate';
import { slaPolicyAggregate } from './sla-policy-aggregate';

const folder = (name: string) => new URL(`./golden/${name}/`, import.meta.url);

describe('stored events', () => {
  it.each([
    ...goldenChecks(folder('sla-policy'), slaPolicyAggregate),
    ...goldenChecks(folder('business-calendar'), businessCalendarAggregate),
  ])('$title', ({ check }) => check());
});
