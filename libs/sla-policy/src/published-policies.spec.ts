import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@referral/eventsourcing';
import { nothingPublished } from './in-force';
import { publishedPolicies } from './published-policies';
import { calendarPublished, policyPublished, policyVersionPublished } from './testing/policies';

type Published = Parameters<typeof publishedPolicies.learn>[1];

const learnt = (...events: readonly object[]) =>
  events
    .map((event, place) => ({ ...event, position: { commit: BigInt(place), prepare: BigInt(place) } }) as Published)
    .reduce(publishedPolicies.learn, nothingPublished);

describe('what a site has published about time', () => {
  it('is each version in its order, with the place where it was published', () => {
    expect(learnt(policyPublished, calendarPublished, policyVersionPublished)).toMatchObject({
      policies: [
        { id: 'policy-1', version: 1, position: '00000000000000000000-00000000000000000000' },
        { id: 'policy-1', version: 2, position: '00000000000000000002-00000000000000000002' },
      ],
      calendars: [{ id: 'calendar-1', version: 1, opensAt: 450, closesAt: 1_080, holidays: ['2026-05-25'] }],
    });
  });

  it('leaves out what a newer release says in words of its own', () => {
    const unknown: Pick<RecordedEvent, 'type' | 'data'> = { type: 'SlaPolicyWithdrawn', data: {} };
    expect(learnt(unknown)).toEqual(nothingPublished);
  });
});
