import { describe, expect, it } from '@jest/globals';
import { projects } from '@referral/eventsourcing/testing';
import type { ReferralEvent } from '@referral/referral';
import { facts } from '../testing/facts';
import { recorded } from '../testing/history';
import { worklist } from './worklist';

const entryOf = (...events: readonly ReferralEvent[]) =>
  projects(worklist).given(...recorded([facts.received(), ...events])).document;

describe('what people do around a referral, in the worklist', () => {
  it('tells who has it and who stands in', () => {
    expect(entryOf(facts.referralAssigned(), facts.referralCoverageStarted())).toMatchObject({
      team: 'team-1',
      coordinatorId: 'coordinator-1',
      coveringForId: 'coordinator-2',
    });
    expect(entryOf(facts.referralAssigned(), facts.referralReleased())).toMatchObject({ coordinatorId: null });
  });

  it('tells the holds that are open', () => {
    expect(entryOf(facts.holdPlaced())).toMatchObject({
      onHold: true,
      blockingHold: false,
      holds: [{ reason: 'patient_choice', pauses: ['K8', 'K9'] }],
    });
    expect(entryOf(facts.holdPlaced(), facts.holdReleased())).toMatchObject({ onHold: false, holds: [] });
  });

  it('tells how far outreach is, what stands in the way and what remains to be done', () => {
    expect(entryOf(facts.contactAttempted(), facts.barrierIdentified(), facts.followUpPlanned())).toMatchObject({
      outreach: { counted: 1, distinctDays: 1, reached: false, exhausted: false },
      openBarriers: [{ id: 'barrier-1', type: 'transport', severity: 2 }],
      openFollowUps: 1,
    });
  });

  it('tells a wish to cancel while it waits for its answer', () => {
    expect(entryOf(facts.cancellationRequested())?.cancellation?.by.id).toBe('office-1');
    expect(entryOf(facts.cancellationRequested(), facts.cancellationRefused())?.cancellation).toBeNull();
  });

  it('tells until when a patient can choose alone: while no time is taken, of the destination that has accepted', () => {
    const until = (...events: readonly ReferralEvent[]) => entryOf(...events)?.selfSchedulingUntil;
    const taken = facts.appointmentOfferAccepted();
    const offered = facts.appointmentOffered(undefined, { offeredVia: 'portal' });
    const another = facts.appointmentOffered(undefined, { offeredVia: 'portal', offerId: 'offer-2' });
    const last = '2026-03-25T14:00:00.000Z';
    expect(until(facts.accepted(), offered)).toBe(last);
    expect(until(facts.accepted(), facts.appointmentOffered(undefined, { offeredVia: 'phone' }))).toBeNull();
    expect(until(facts.accepted(), offered, facts.appointmentOfferDeclined())).toBeNull();
    expect(until(facts.accepted(), offered, another, facts.appointmentOfferDeclined())).toBe(last);
    expect(until(facts.accepted(), offered, another, taken)).toBeNull();
    expect(until(facts.accepted(), offered, facts.redirected())).toBeNull();
    expect(until(facts.accepted(), offered, facts.redirected(), facts.accepted('2026-03-03T15:00:00Z'))).toBeNull();
  });

  it('tells escalation, dispute and the next reminder', () => {
    expect(entryOf(facts.referralEscalated(), facts.necessityDisputeRaised(), facts.reminderSet())).toMatchObject({
      escalationLevel: 1,
      escalationAckAt: null,
      dispute: { status: 'open' },
      nextReminderAt: '2026-03-05T14:00:00.000Z',
    });
  });

  it('counts an update to the referrer as an acknowledgement', () => {
    const office = { id: 'office-1', type: 'office' } as const;
    expect(entryOf(facts.statusUpdateGiven())?.acknowledgedAt).toBeNull();
    expect(entryOf(facts.statusUpdateGiven(undefined, { to: office }))?.acknowledgedAt).toBe(
      '2026-03-02T15:00:00.000Z',
    );
  });
});
