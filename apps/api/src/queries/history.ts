import type { RecordedEvent } from '@referral/eventsourcing';
import { fold } from '@referral/eventsourcing';
import { initialState, type Referral, referralDecider, type ReferralEvent } from '@referral/referral';
import type { Told } from './referral-stream';

/** By which of its two times an event counts: when it was written down, or when it took effect. */
export type TimeAxis = 'recorded' | 'effective';

/** The events that count at an instant, in the order of the axis; all of them without an instant. */
export const eventsAt = (told: readonly Told[], axis: TimeAxis, instant: string | undefined): readonly Told[] => {
  const time = ({ event, stored }: Told): number =>
    Date.parse(
      axis === 'recorded' ? (event?.metadata.recordedAt ?? stored.created.toISOString()) : (event?.occurredAt ?? ''),
    );
  const limit = instant === undefined ? Infinity : Date.parse(instant);
  const counted = told.filter((one) => !(time(one) > limit));
  return axis === 'recorded' ? counted : [...counted].sort((left, right) => time(left) - time(right));
};

/** The events of a referral's history that can be opened. */
export const factsOf = (told: readonly Told[]): readonly RecordedEvent<ReferralEvent>[] =>
  told.flatMap(({ event }) => (event ? [event as RecordedEvent<ReferralEvent>] : []));

/** The state that events lead to; those that cannot be opened are left out. */
export const stateAfter = (told: readonly Told[]): Referral =>
  fold(referralDecider.evolve, initialState, factsOf(told));
