import { describe, expect, it } from '@jest/globals';
import { aggregates } from '@referral/aggregates';
import { processes } from './processes';

describe('the processes', () => {
  it.each(processes)('have a name for their streams, and follow an aggregate: $name', ({ name, subject }) => {
    expect(name).toMatch(/^[a-z]+$/);
    expect(processes.filter((other) => other.name === name)).toHaveLength(1);
    expect(aggregates.map(({ category }) => category)).toContain(subject.category);
  });
});
