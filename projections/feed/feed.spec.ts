import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@referral/eventsourcing';
import type { ReferralEvent } from '@referral/referral';
import { facts } from '../testing/facts';
import { recorded } from '../testing/history';
import { feed } from './feed';
import type { FeedState } from './feed-state';
import { type FeedEntry, feedQuery, integrationEvent } from './integration-event';

const publish = (events: readonly RecordedEvent<ReferralEvent>[]): readonly FeedEntry[] => {
  let state: FeedState | null = null;
  const entries: FeedEntry[] = [];
  for (const event of events) {
    state = feed.evolve(state, event, undefined);
    const entry = state && feed.entry?.(state, event);
    if (entry) entries.push(entry);
  }
  return entries;
};

describe('the feed', () => {
  it('numbers the public events of a referral without gap, whatever is not published between them', () => {
    const entries = publish(
      recorded([
        facts.received(),
        facts.completed(),
        facts.triageStarted(),
        facts.urgencySet(),
        facts.noted(),
        facts.accepted(),
      ]),
    );
    expect(entries.map(({ sequence, type }) => [sequence, type])).toEqual([
      [1, 'referral.received.v1'],
      [2, 'referral.urgency-changed.v1'],
      [3, 'referral.triaged.v1'],
    ]);
  });

  it('says of an acceptance where the patient goes and how soon', () => {
    const entries = publish(recorded([facts.received(), facts.urgencySet(), facts.accepted()]));
    expect(entries.at(-1)?.data).toEqual({
      decision: 'accepted',
      reasonCode: null,
      destinationId: 'specialist-1',
      urgency: 'urgent',
    });
  });

  it('says of a missed visit which it was, as it was last moved', () => {
    const entries = publish(recorded([facts.received(), facts.scheduled(), facts.rescheduled(), facts.missed()]));
    expect(entries.at(-1)).toMatchObject({
      type: 'referral.appointment-missed.v1',
      data: {
        appointmentId: 'appointment-1',
        start: '2026-03-20T14:00:00Z',
        mode: 'in_person',
        destinationId: 'specialist-1',
      },
    });
  });

  it('says to whom which documents went, also when they arrive', () => {
    const entries = publish(recorded([facts.received(), facts.transmitted(), facts.delivered()]));
    const data = {
      transmissionId: 'transmission-2',
      recipient: { id: 'specialist-1', type: 'provider' },
      documentKinds: ['lab'],
      channel: 'fax',
    };
    expect(entries.slice(1).map(({ type, data: told }) => [type, told])).toEqual([
      ['referral.document-transmitted.v1', data],
      ['referral.document-delivery-confirmed.v1', data],
    ]);
  });

  it('says of an authorization how it stands', () => {
    const entries = publish(recorded([facts.received(), facts.authorized()]));
    expect(entries.at(-1)).toMatchObject({
      type: 'referral.authorization-updated.v1',
      data: { authorizationId: 'authorization-1', status: 'approved', number: 'AUTH-77', unitsRemaining: 1 },
    });
  });

  it('says of a redirected referral whether it goes on as itself or as another one', () => {
    const [, same, other] = publish(recorded([facts.received(), facts.redirected(), facts.superseded()]));
    expect(same).toMatchObject({
      type: 'referral.triaged.v1',
      data: { decision: 'redirected', reasonCode: 'no_capacity', destinationId: 'specialist-2' },
    });
    expect(other).toMatchObject({
      type: 'referral.superseded.v1',
      data: { reasonCode: 'no_capacity', successorId: 'r2', cycle: 1 },
    });
  });

  it('says which fields were corrected, and when all of it was an error', () => {
    const entries = publish(
      recorded([facts.received(), facts.amended(), facts.dataCorrected(), facts.enteredInError()]),
    );
    expect(entries.slice(1).map(({ type, data }) => [type, data])).toEqual([
      ['referral.corrected.v1', { targetEventId: null, fields: ['clinicalQuestion'] }],
      ['referral.corrected.v1', { targetEventId: 'r1-e0', fields: ['diagnoses'] }],
      ['referral.corrected.v1', { targetEventId: null, fields: ['stage'] }],
    ]);
  });

  it('says nothing of a draft before it is handed in', () => {
    const entries = publish(recorded([facts.drafted(), facts.attached(), facts.submitted(), facts.received()]));
    expect(entries.map(({ type, sequence }) => [type, sequence])).toEqual([['referral.received.v1', 1]]);
  });

  it('says what the fact itself leaves out: the reason of a cancellation or a hold, the kind of a barrier, the subject of a dispute', () => {
    const entries = publish(
      recorded([
        facts.received(),
        facts.holdPlaced(),
        facts.holdReleased(),
        facts.barrierIdentified(),
        facts.barrierResolved(),
        facts.necessityDisputeRaised(),
        facts.necessityDisputeResolved(),
        facts.cancellationRequested(),
        facts.referralCancelled(),
      ]),
    );
    expect(entries.slice(1).map(({ type, data }) => [type.slice('referral.'.length, -3), data])).toEqual([
      [
        'hold-placed',
        { reason: 'patient_choice', pausedClocks: ['K8', 'K9'], expectedUntil: '2026-03-11T09:00:00-04:00' },
      ],
      ['hold-released', { reason: 'patient_choice', pausedClocks: [], expectedUntil: null }],
      ['barrier-identified', { type: 'transport', severity: 2 }],
      ['barrier-resolved', { type: 'transport', severity: 2 }],
      ['dispute-opened', { against: 'necessity', outcome: null }],
      ['dispute-resolved', { against: 'necessity', outcome: 'proceed' }],
      ['cancellation-requested', { reasonCode: 'no_longer_required', successorId: null, cycle: 1 }],
      ['cancelled', { reasonCode: 'no_longer_required', successorId: null, cycle: 1 }],
    ]);
  });

  it('says how far outreach is and who has the referral', () => {
    const entries = publish(
      recorded([
        facts.received(),
        facts.contactAttempted(),
        facts.contactAttempted(undefined, { attemptId: 'attempt-2', outcome: 'reached' }),
        facts.referralAssigned(),
        facts.referralReleased(),
      ]),
    );
    expect(entries.slice(1).map(({ data }) => data)).toEqual([
      { attempts: 1, reached: false, exhausted: false },
      { attempts: 2, reached: true, exhausted: false },
      { team: 'team-1', coordinatorId: 'coordinator-1' },
      { team: 'team-1', coordinatorId: null },
    ]);
  });

  it('says of a closed referral how long each step took from its receipt', () => {
    const entries = publish(
      recorded([
        facts.received(),
        facts.accepted('2026-03-02T16:00:00Z'),
        facts.scheduled('2026-03-03T15:00:00Z'),
        facts.attended('2026-03-16T15:00:00Z'),
        facts.reported('2026-03-18T15:00:00Z'),
        facts.closed('2026-03-20T15:00:00Z'),
      ]),
    );
    expect(entries.at(-1)?.data).toEqual({
      closureOutcome: 'loop_closed',
      loopClosed: true,
      durations: { toAccepted: 60, toScheduled: 1_440, toAttended: 20_160, toReport: 23_040, toClosed: 25_920 },
    });
  });

  it('keeps the id of the fact, so that whoever gets an event twice can tell', () => {
    const [first] = publish(recorded([facts.received()]));
    expect(first?.id).toBe('r1-e0');
  });

  it('names the shape of what an event says, and points to no place where it would be', () => {
    const entries = publish(recorded([facts.received(), facts.closed()]));
    expect(entries.map(({ dataschema }) => dataschema)).toEqual([
      'urn:referral-ledger:schema:referral.received.v1',
      'urn:referral-ledger:schema:referral.closed.v1',
    ]);
  });

  it('says nothing of a history whose beginning it does not know', () => {
    expect(publish(recorded([facts.accepted()]))).toEqual([]);
  });

  it('leaves out types that a newer release wrote', () => {
    const newer = recorded([facts.received()]).map((event) => ({ ...event, type: 'ReferralTeleported' }));
    expect(newer.map((event) => feed.documentId(event as unknown as RecordedEvent<ReferralEvent>))).toEqual([null]);
  });

  it('gives its tenant and its position with an event, and not how it is kept', () => {
    const [entry] = publish(recorded([facts.received()]));
    const shown = entry && integrationEvent({ ...entry, tenantId: 't1', _position: 'p1' });
    expect(shown).toMatchObject({ tenant: 't1', position: 'p1', subject: 'referral/r1' });
    expect(Object.keys(shown ?? {})).not.toContain('category');
  });

  it('reads on after a position, in the order in which events became public', () => {
    expect(feedQuery({ after: 'p1', types: ['referral.closed.v1'] })).toEqual({
      filter: {
        all: [
          { path: 'type', is: 'in', value: ['referral.closed.v1'] },
          { path: '_position', is: 'after', value: 'p1' },
        ],
      },
      sort: [{ path: '_position', order: 'ascending' }],
    });
    expect(feedQuery({ after: '' }).filter).toEqual({ all: [] });
  });
});
