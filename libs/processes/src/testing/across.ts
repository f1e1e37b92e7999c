import type { DomainEvent } from '@referral/eventsourcing';
import type { Outcome } from '../errand';

/** When things happen in specifications unless they say otherwise. */
export const at = '2026-03-02T09:00:00.000Z';

/** A fact of a stream that is not a referral's, with what a specification needs of it. */
export const fact = <Event extends DomainEvent>(type: Event['type'], data: object, occurredAt = at): Event =>
  ({ type, data, occurredAt }) as Event;

/** A step of a specification: the search or the look-up that is open has found something. */
export const found = (kind: 'search' | 'look_up', values: readonly string[], more = false) => ({
  settled: kind,
  outcome: { outcome: 'found', values, more } satisfies Outcome,
});
