import type { RecordedEvent } from '@referral/eventsourcing';
import { evolve, initialState, type Referral, type ReferralEvent, type Stage } from '@referral/referral';
import fc from 'fast-check';
import { facts } from './facts';
import { recorded } from './history';

type Make = (at: string) => ReferralEvent;

const anywhere: readonly Make[] = [
  facts.noted,
  facts.urgencySet,
  facts.verified,
  facts.amended,
  facts.itemRejected,
  facts.itemWaived,
  facts.payerAsked,
  facts.coverageChanged,
  facts.authorized,
  facts.notCovered,
  facts.coverageDecided,
  facts.destinationTold,
  facts.attached,
  facts.transmissionRequested,
  facts.transmitted,
  facts.delivered,
  facts.consented,
  facts.contactAttempted,
  facts.statusUpdateGiven,
  facts.holdPlaced,
  facts.holdReleased,
  facts.referralAssigned,
  facts.reminderSet,
  facts.barrierIdentified,
  facts.referralEscalated,
];
const inquiry: readonly Make[] = [
  (at) => facts.requested(at, { requestId: `request-${at}`, dueAt: later(at, 48 * 60) }),
  (at) => facts.requested(at, { requestId: `request-${at}`, dueAt: later(at, 48 * 60), blocksTriage: false }),
];
const booking: Make = (at) =>
  facts.scheduled(at, { appointmentId: `appointment-${at}`, start: later(at, 9_000), end: later(at, 9_060) });

/** What can happen next at each stage: enough of the rules to make histories that could be real. */
const next: { readonly [At in Stage | 'none']?: readonly Make[] } = {
  none: [
    (at) => facts.received(at, { clockStartAt: at }),
    (at) => facts.received(at, { clockStartAt: at, missingItems: ['ecg'], claimedUrgency: 'stat' }),
    facts.drafted,
  ],
  draft: [facts.submitted, (at) => facts.received(at, { clockStartAt: at }), facts.attached],
  received: [
    facts.completed,
    facts.triageStarted,
    facts.triageStarted,
    facts.triageStarted,
    facts.triageStarted,
    facts.returnedIncomplete,
    facts.declined,
    ...inquiry,
    ...anywhere,
  ],
  awaiting_information: [facts.answered, ...anywhere],
  in_triage: [
    facts.accepted,
    facts.accepted,
    facts.accepted,
    facts.accepted,
    facts.advised,
    facts.redirected,
    facts.declined,
    ...inquiry,
    ...anywhere,
  ],
  accepted: [
    booking,
    booking,
    booking,
    booking,
    booking,
    facts.redirected,
    facts.superseded,
    facts.declined,
    facts.cancellationRequested,
    facts.referralExpired,
    ...anywhere,
  ],
  cancellation_requested: [facts.referralCancelled, facts.cancellationRefused, facts.attended, ...anywhere],
  cancelled: [facts.reopened, facts.noted],
  expired: [facts.reopened, facts.noted],
  scheduled: [
    booking,
    facts.cancellationRequested,
    facts.rescheduled,
    facts.cancelled,
    facts.attended,
    facts.missed,
    ...anywhere,
  ],
  visit_missed: [booking, facts.closed, ...anywhere],
  visit_cancelled: [booking, facts.declined, ...anywhere],
  visit_completed: [facts.reported, facts.reported, booking, ...anywhere],
  report_received: [facts.forwarded, facts.acknowledged, facts.closed, ...anywhere],
  closed: [facts.reopened, facts.noted, facts.dataCorrected, facts.enteredInError],
  superseded: [facts.noted],
  declined: [facts.reopened, facts.noted],
};

/** A history of one referral that could be real, of up to 25 facts, minutes to days apart. */
export const history = (referralId: string): fc.Arbitrary<readonly RecordedEvent<ReferralEvent>[]> =>
  fc
    .array(fc.tuple(fc.nat(1_000), fc.integer({ min: 1, max: 5_000 })), { minLength: 1, maxLength: 25 })
    .map((steps) => {
      let referral: Referral = initialState;
      let at = '2026-03-02T15:00:00.000Z';
      const events: ReferralEvent[] = [];
      for (const [choice, minutes] of steps) {
        const possible = next[referral.stage] ?? [];
        const made = possible[choice % possible.length]?.(at);
        if (!made) break;
        const event = aimed(made, referral, referralId);
        referral = evolve(referral, event);
        events.push(event);
        at = later(at, minutes);
      }
      return recorded(events, { referralId, from: Number(referralId.slice(1)) * 1_000 });
    });

/** A fact about a visit concerns one that is booked. */
const aimed = (event: ReferralEvent, referral: Referral, referralId: string): ReferralEvent => {
  if (event.type === 'ReferralReceived') return { ...event, data: { ...event.data, referralId } };
  if (event.type === 'ReferralDrafted') return { ...event, data: { ...event.data, referralId } };
  if (event.type === 'AppointmentScheduled' || !('appointmentId' in event.data) || referral.stage === 'none')
    return event;
  const booked = referral.facets.appointments.findLast(({ status }) => status === 'booked');
  const appointmentId = booked?.appointmentId ?? 'none';
  return { ...event, data: { ...event.data, appointmentId } } as ReferralEvent;
};

const later = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();
