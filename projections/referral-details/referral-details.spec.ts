import { describe, expect, it } from '@jest/globals';
import { projects } from '@referral/eventsourcing/testing';
import { evolve, initialState, type ReferralEvent } from '@referral/referral';
import fc from 'fast-check';
import { facts } from '../testing/facts';
import { recorded } from '../testing/history';
import { history } from '../testing/random-history';
import { referralDetails } from './referral-details';

const detailsOf = (...events: readonly ReferralEvent[]) =>
  projects(referralDetails).given(...recorded(events)).document;

describe('the details of a referral', () => {
  it('hold the referral exactly as its history folds, and the revision for If-Match', () => {
    fc.assert(
      fc.property(history('r1'), (events) => {
        const { document } = projects(referralDetails).given(...events);
        expect(document?.state).toEqual(events.reduce(evolve, initialState));
        expect(document?.rev).toBe(events.length - 1);
      }),
    );
  });

  it('show what was asked for, without the patient’s data', () => {
    const details = detailsOf(facts.received());
    expect(details?.request).toMatchObject({ type: 'consult', requestedSpecialty: { code: 'cardiology' } });
    expect(details?.request).not.toHaveProperty('clinicalQuestion');
    expect(details?.request).not.toHaveProperty('diagnoses');
  });

  it('show what the payer answered last and every booking', () => {
    const details = detailsOf(
      facts.received(),
      facts.verified(undefined, { outcome: 'unable' }),
      facts.verified(),
      facts.scheduled(),
      facts.scheduled(undefined, { appointmentId: 'appointment-2' }),
    );
    expect(details?.coverage).toMatchObject({ outcome: 'active' });
    expect(details?.bookings.map(({ appointmentId }) => appointmentId)).toEqual(['appointment-1', 'appointment-2']);
  });

  it('tell in the timeline what happened, by whom, and to which stage it led', () => {
    const details = detailsOf(facts.received(), facts.triageStarted());
    expect(details?.timeline.map(({ type, stage, actorId }) => [type, stage, actorId])).toEqual([
      ['ReferralReceived', 'received', 'user-1'],
      ['TriageStarted', 'in_triage', 'user-1'],
    ]);
  });

  it('keep the newest 200 facts in the timeline', () => {
    const notes = Array.from({ length: 300 }, (_, index) => facts.noted(undefined, { noteId: `note-${index}` }));
    const timeline = detailsOf(facts.received(), ...notes)?.timeline ?? [];
    expect([timeline.length, timeline.at(-1)?.revision]).toEqual([200, 300]);
  });

  it('show what was attached and what the patient was offered', () => {
    const details = detailsOf(facts.received(), facts.attached(), facts.alternativesOffered());
    expect(details?.documents).toMatchObject([{ kind: 'lab', document: { documentId: 'document-2' } }]);
    expect(details?.coverageAlternatives).toMatchObject({ options: [{ kind: 'self_pay' }] });
  });

  it('begin with a draft, and show what was asked for once it is handed in', () => {
    expect(detailsOf(facts.drafted())).toMatchObject({ request: {}, state: { stage: 'draft' } });
    expect(detailsOf(facts.drafted(), facts.submitted(), facts.received())?.request).toMatchObject({ type: 'consult' });
  });

  it('begin with nothing else', () => {
    projects(referralDetails)
      .given(...recorded([facts.accepted()]))
      .then(null);
  });
});
