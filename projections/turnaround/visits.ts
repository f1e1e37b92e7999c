import type { RecordedEvent } from '@referral/eventsourcing';
import type { ReferralEvent, ReferralEventType } from '@referral/referral';
import { utc } from '../shared/utc';
import type { VisitFact } from './turnaround-facts';

/** With these fall the visits that are still open. */
const ends: readonly ReferralEventType[] = [
  'ReferralDeclined',
  'ReferralClosed',
  'ReferralCancelled',
  'ReferralExpired',
];

/** The booked visits after one more fact. */
export const visitsAfter = (
  visits: readonly VisitFact[],
  event: RecordedEvent<ReferralEvent>,
): readonly VisitFact[] => {
  if (event.type === 'AppointmentScheduled') {
    const { appointmentId, start } = event.data;
    const booked = { outcome: 'open', outcomeEventId: null, cancelledInAdvance: false } as const;
    return [...visits, { appointmentId, start: utc(start), ...booked }];
  }
  if (event.type === 'AppointmentRescheduled') {
    const start = utc(event.data.to.start);
    return changed(visits, event.data.appointmentId, () => ({ start }));
  }
  const outcomeEventId = event.metadata.eventId;
  if (event.type === 'AppointmentAttended')
    return changed(visits, event.data.appointmentId, () => ({ outcome: 'attended', outcomeEventId }));
  if (event.type === 'AppointmentMissed')
    return changed(visits, event.data.appointmentId, () => ({ outcome: 'missed', outcomeEventId }));
  if (event.type === 'AppointmentCancelled') {
    const cancelledAt = utc(event.occurredAt);
    return changed(visits, event.data.appointmentId, ({ start }) => ({
      outcome: 'cancelled',
      outcomeEventId,
      cancelledInAdvance: cancelledAt < start,
    }));
  }
  return ends.includes(event.type) ? released(visits, event) : visits;
};

/** Visits still open fall with their referral. */
const released = (
  visits: readonly VisitFact[],
  { metadata, occurredAt }: RecordedEvent<ReferralEvent>,
): readonly VisitFact[] => {
  const releasedAt = utc(occurredAt);
  return visits.map((visit) =>
    visit.outcome === 'open'
      ? {
          ...visit,
          outcome: 'released',
          outcomeEventId: metadata.eventId,
          cancelledInAdvance: releasedAt < visit.start,
        }
      : visit,
  );
};

const changed = (
  visits: readonly VisitFact[],
  appointmentId: string | undefined,
  change: (visit: VisitFact) => Partial<VisitFact>,
): readonly VisitFact[] =>
  visits.map((visit) => (visit.appointmentId === appointmentId ? { ...visit, ...change(visit) } : visit));
