import { describe, expect, it } from '@jest/globals';
import { projects } from '@referral/eventsourcing/testing';
import type { IntakeEvent } from '@referral/intake';
import { patientData } from '../testing/fact';
import { intakeFacts } from '../testing/facts/beside-referrals';
import { streamOf } from '../testing/stream';
import { intakeWorklist } from './intake-worklist';

const { called, came, read, proposed, flagged, confirmed, converted } = intakeFacts;

const entryOf = (...facts: readonly IntakeEvent[]) =>
  projects(intakeWorklist).given(...streamOf('intake-i1', facts)).document;

describe('an intake item that waits', () => {
  it('tells how it came, and how soon somebody waits for an answer', () => {
    expect(entryOf(came)).toMatchObject({
      intakeId: 'i1',
      status: 'received',
      channel: 'fax',
      channelRank: 4,
      receivedAt: '2026-03-02T15:00:00.000Z',
      urgentMarked: false,
      duplicateCandidates: null,
    });
    expect(entryOf(called)).toMatchObject({ channel: 'phone', channelRank: 0, urgentMarked: true });
    const mailed = { ...came, data: { ...came.data, channel: 'mail' } } as const;
    expect(entryOf(mailed)?.channelRank).toBe(5);
  });

  it('tells how far it is', () => {
    expect(entryOf(came, read)?.status).toBe('matching');
    expect(entryOf(came, read, proposed)).toMatchObject({ status: 'needs_review', matchCandidates: 1 });
    expect(entryOf(came, flagged)?.duplicateCandidates).toEqual(['r7', 'r8']);
    expect(entryOf(came, read, proposed, confirmed)?.status).toBe('matched');
  });

  it('is gone once it is settled, and holds no patient data', () => {
    expect(entryOf(came, read, proposed, confirmed, converted)).toBeNull();
    expect(JSON.stringify(entryOf(called, read, proposed))).not.toContain(patientData);
  });

  it('says nothing about what it does not know', () => {
    const [event] = streamOf('intake-i1', [came]);
    expect(event && intakeWorklist.documentId({ ...event, type: 'SomethingNewer' })).toBeNull();
  });
});
