import { matches } from '@referral/conditions';
import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@referral/eventsourcing';
import { projects } from '@referral/eventsourcing/testing';
import { facts } from '../testing/facts';
import { recorded } from '../testing/history';
import { auditQuery } from './audit-query';
import type { AuditRecord } from './audit-record';
import { auditTrail } from './audit-trail';

const [received, declined] = recorded([facts.received(), facts.declined('2026-03-03T10:00:00-05:00')], {
  latencyMs: 60_000,
});

const recordOf = (event: RecordedEvent | undefined): AuditRecord => {
  const { document } = projects(auditTrail).given(...(event ? [event] : []));
  if (!document) throw new Error('There is no record.');
  return document;
};

describe('the audit trail', () => {
  it('says who did what, when it took effect and when it was written down, and why', () => {
    const changed = declined && {
      ...declined,
      metadata: {
        ...declined.metadata,
        stage: { before: 'received', after: 'declined' },
        commandType: 'DeclineReferral',
      },
    };
    expect(recordOf(changed)).toMatchObject({
      eventId: 'r1-e1',
      category: 'referral',
      aggregateId: 'r1',
      referralId: 'r1',
      revision: 1,
      type: 'ReferralDeclined',
      command: 'DeclineReferral',
      occurredAt: '2026-03-03T15:00:00.000Z',
      recordedAt: '2026-03-03T15:01:00.000Z',
      actorId: 'user-1',
      actor: { roles: ['coordinator'] },
      source: { channel: 'api' },
      reasonCode: 'no_capacity',
      reasonComment: null,
      stageBefore: 'received',
      stageAfter: 'declined',
      correlationId: 'correlation-1',
      causationId: 'causation-1',
    });
  });

  it('has one record for each fact, under its place in the log', () => {
    const ids = [received, declined].map((event) => event && auditTrail.documentId(event));
    expect(ids).toEqual(['00000000000000000010-00000000000000000010', '00000000000000000020-00000000000000000020']);
  });

  it('has who read a referral beside who changed it', () => {
    const read = received && {
      ...received,
      type: 'ReferralHistoryRead',
      streamId: 'access-t1-20260302',
      data: { referralId: 'r7' },
      metadata: { ...received.metadata, purposeOfUse: 'TREAT' as const },
    };
    expect(recordOf(read)).toMatchObject({
      type: 'ReferralHistoryRead',
      category: 'referral',
      aggregateId: 'r7',
      referralId: 'r7',
      purposeOfUse: 'TREAT',
    });
  });

  it('has facts about and readings of whatever aggregate, with the referral where the fact names one', () => {
    const fact = received && { ...received, type: 'SomethingHappened', streamId: 'other-7-1', data: {} };
    expect(recordOf(fact)).toMatchObject({ category: 'other', aggregateId: '7-1', referralId: null });
    const named = fact && { ...fact, data: { referralId: 'r1' } };
    expect(recordOf(named)).toMatchObject({ category: 'other', aggregateId: '7-1', referralId: 'r1' });
    const data = { category: 'other', id: '7-1', referralId: 'r1' };
    const read = fact && { ...fact, type: 'RecordRead', streamId: 'access-t1-20260302', data };
    expect(recordOf(read)).toMatchObject({ category: 'other', aggregateId: '7-1', referralId: 'r1' });
  });

  it('has facts of types that only a newer release knows', () => {
    expect(recordOf(received && { ...received, type: 'ReferralTeleported' })).toMatchObject({
      type: 'ReferralTeleported',
    });
  });

  it('answers by referral, person, type and time of recording, whatever zone that is asked in', () => {
    const record = { ...recordOf(declined) };
    const answers = (question: Parameters<typeof auditQuery>[0]) => matches(record, auditQuery(question).filter);
    expect(answers({})).toBe(true);
    expect(answers({ referralId: 'r1', actor: 'user-1', type: 'ReferralDeclined' })).toBe(true);
    expect(answers({ actor: 'user-2' })).toBe(false);
    expect(answers({ aggregateId: 'r1' })).toBe(true);
    expect(answers({ aggregateId: 'r2' })).toBe(false);
    expect(answers({ from: '2026-03-03T10:01:00-05:00', to: '2026-03-03T15:01:01Z' })).toBe(true);
    expect(answers({ to: '2026-03-03T10:01:00-05:00' })).toBe(false);
  });
});
