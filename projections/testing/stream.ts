import type { DomainEvent, RecordedEvent } from '@referral/eventsourcing';
import type { ReferralEvent } from '@referral/referral';
import { recorded } from './history';

/** Facts of any stream as the log would tell them: what it adds to a fact does not depend on what the fact is about. */
export const streamOf = <Event extends DomainEvent>(
  streamId: string,
  facts: readonly Event[],
): readonly RecordedEvent<Event>[] => {
  const events = recorded(facts as readonly unknown[] as readonly ReferralEvent[]);
  return events.map((event) => ({ ...event, streamId }) as unknown as RecordedEvent<Event>);
};
