import { describe, expect, it } from '@jest/globals';
import { projects } from '@referral/eventsourcing/testing';
import type { ReferralEvent } from '@referral/referral';
import { never } from '../shared/utc';
import { facts } from '../testing/facts';
import { recorded } from '../testing/history';
import { worklist } from './worklist';
import { breachesAt, type WorklistEntry } from './worklist-entry';

/** Monday 2 March 2026, 10:00 in New York; the site is open from 08:00 to 17:00. */
const monday = '2026-03-02T15:00:00Z';
const tuesday = '2026-03-03T15:00:00Z';
const wednesday = '2026-03-04T15:00:00Z';

const entryOf = (...events: readonly ReferralEvent[]): WorklistEntry => {
  const { document } = projects(worklist).given(...recorded(events));
  if (!document) throw new Error('There is no entry.');
  return document;
};

const running = (...events: readonly ReferralEvent[]) => entryOf(...events).clocks.map(({ clock }) => clock);

const visit = facts.scheduled(wednesday);

describe('a worklist entry', () => {
  it('begins with a received referral', () => {
    expect(entryOf(facts.received(monday))).toMatchObject({
      referralId: 'r1',
      rev: 0,
      open: true,
      stage: 'received',
      urgency: 'routine',
      urgencyRank: 3,
      specialty: 'cardiology',
      receivedAt: '2026-03-02T15:00:00.000Z',
      acknowledgedAt: null,
      completeness: 'open',
      validUntil: '2026-09-02T23:59:59.999Z',
    });
    projects(worklist)
      .given(...recorded([facts.accepted()]))
      .then(null);
  });

  it('tells how far authorization, documents, consent, destination and transmission are', () => {
    const entry = entryOf(
      facts.received(monday, { presentItems: ['letter'] }),
      facts.accepted(monday),
      facts.authorized(monday),
      facts.coverageDecided(monday),
      facts.destinationTold(monday),
      facts.consented(monday),
      facts.transmissionRequested(tuesday),
      facts.transmitted(tuesday),
      facts.delivered(wednesday),
    );
    expect(entry).toMatchObject({
      facets: {
        authorization: 'approved',
        authValidThrough: '2026-04-10',
        authUnitsLeft: 1,
        documents: { missingMandatory: 0, unverified: 1 },
        consent: 'granted',
      },
      auth: { id: 'authorization-1', status: 'approved' },
      patientDecision: 'self_pay',
      destinationStatus: 'limited',
      transmission: {
        lastStatus: 'transmitted',
        sentAt: '2026-03-03T15:00:00.000Z',
        confirmedAt: '2026-03-04T15:00:00.000Z',
      },
      packageTransmitted: true,
    });
  });

  it('begins with a draft and is registered when that is handed in; its clocks start then', () => {
    const drafted = entryOf(facts.drafted(monday));
    expect([drafted.stage, drafted.clocks]).toEqual(['draft', []]);
    const received = entryOf(facts.drafted(monday), facts.submitted(tuesday), facts.received(tuesday));
    expect([received.stage, received.registeredAt]).toEqual(['received', '2026-03-03T15:00:00.000Z']);
    expect(received.clocks.map(({ clock, startedAt }) => [clock, startedAt])).toContainEqual([
      'K1',
      '2026-03-03T15:00:00.000Z',
    ]);
  });

  it('tells until when somebody has to act on its authorization, and when that ends', () => {
    const pended = facts.authorized(monday, {
      status: 'pended',
      decisionDueAt: '2026-03-09T10:00:00-04:00',
      infoDueAt: '2026-03-06T15:00:00Z',
    });
    expect(entryOf(facts.received(monday), pended)).toMatchObject({
      auth: {
        status: 'pended',
        decisionDueAt: '2026-03-09T14:00:00.000Z',
        pendInfoDueAt: '2026-03-06T15:00:00.000Z',
        appealDeadline: null,
      },
      authEndsAt: '2026-04-10T23:59:59.999Z',
    });
  });

  it('tells when the patient is to be tried next, as the contact policy spreads the attempts', () => {
    const accepted = [facts.received(monday), facts.accepted(monday)];
    const nextTry = (...events: readonly ReferralEvent[]) => entryOf(...accepted, ...events).outreach.nextAttemptAt;
    const attempt = (number: number, at: string, channel: 'phone' | 'email' | 'mail' = 'phone') =>
      facts.contactAttempted(at, { attemptId: `attempt-${number}`, channel });
    expect(nextTry()).toBe('2026-03-02T15:00:00.000Z');
    expect(nextTry(attempt(1, monday))).toBe('2026-03-05T15:00:00.000Z');
    const three = [attempt(1, monday), attempt(2, '2026-03-05T23:00:00Z'), attempt(3, '2026-03-10T15:00:00Z', 'email')];
    // Enough of them: the letter is due, and after it nothing until the time to wait is over.
    expect(nextTry(...three)).toBe('2026-03-10T15:00:00.000Z');
    expect(nextTry(...three, attempt(4, '2026-03-11T15:00:00Z', 'mail'))).toBeNull();
    expect(nextTry(facts.contactAttempted(monday, { outcome: 'reached' }))).toBeNull();
    const urgent = facts.urgencySet(monday);
    expect(nextTry(urgent, attempt(1, tuesday))).toBe('2026-03-03T15:00:00.000Z');
  });

  it('counts as activity what people do, and not what processes record', () => {
    const [received, escalated] = recorded([facts.received(monday), facts.referralEscalated(tuesday)]);
    if (!received || !escalated) throw new Error('There are no events.');
    const activity = (kind: 'human' | 'system') => {
      const metadata = { ...escalated.metadata, actor: { ...escalated.metadata.actor, kind } };
      return projects(worklist).given(received, { ...escalated, metadata }).document?.lastActivityAt;
    };
    expect(activity('human')).toBe('2026-03-03T15:00:00.000Z');
    expect(activity('system')).toBe('2026-03-02T15:00:00.000Z');
  });

  it('is triaged and booked anew after a redirection', () => {
    const before = [facts.received(monday), facts.completed(monday), facts.accepted(monday)];
    expect(running(...before)).toEqual(expect.arrayContaining(['K4', 'K8']));
    const redirected = running(...before, facts.redirected(tuesday));
    expect(redirected).toContain('K2');
    expect(redirected).not.toContain('K8');
    expect(redirected).not.toContain('K4');
  });

  it('is acknowledged when triage starts or information is asked for, whichever is first', () => {
    const entry = entryOf(
      facts.received(monday),
      facts.requested(tuesday),
      facts.answered(tuesday),
      facts.triageStarted(wednesday),
    );
    expect(entry.acknowledgedAt).toBe('2026-03-03T15:00:00.000Z');
  });

  it('takes the assigned urgency for the claimed one', () => {
    expect(entryOf(facts.received(monday), facts.urgencySet(tuesday))).toMatchObject({
      urgency: 'urgent',
      urgencyRank: 1,
    });
  });

  it('is ready to schedule when it is accepted, covered and needs no authorization', () => {
    const accepted = [facts.received(monday), facts.triageStarted(monday), facts.accepted(tuesday)];
    expect(entryOf(...accepted).readyToSchedule).toBe(false);
    expect(entryOf(...accepted, facts.verified(tuesday)).readyToSchedule).toBe(true);
    expect(entryOf(...accepted, facts.verified(tuesday, { authRequired: 'yes' })).readyToSchedule).toBe(false);
  });

  it('shows the next visit, moves it and lets it go', () => {
    const booked = [facts.received(monday), facts.accepted(monday), visit];
    expect(entryOf(...booked).appointment?.start).toBe('2026-03-16T14:00:00.000Z');
    expect(entryOf(...booked, facts.rescheduled(wednesday)).appointmentStartSort).toBe('2026-03-20T14:00:00.000Z');
    const cancelled = entryOf(...booked, facts.cancelled(wednesday));
    expect(cancelled).toMatchObject({ appointment: null, appointmentStartSort: never, cancelledCount: 1 });
  });

  it('knows that the payer’s answer does not reach to the visit', () => {
    const early = facts.verified(tuesday, { validThrough: '2026-03-15' });
    const entry = entryOf(facts.received(monday), facts.accepted(monday), early, visit);
    expect(entry.facets).toMatchObject({ eligibility: 'active', eligibilityEndsBeforeVisit: true });
  });

  it('takes the date of the visit where it takes place, as the booking did', () => {
    const lasts = (validThrough: string, start: string, timeZone: string) => {
      const booked = facts.scheduled(wednesday, { start, timeZone });
      const known = facts.verified(tuesday, { validThrough });
      return !entryOf(facts.received(monday), facts.accepted(monday), known, booked).facets.eligibilityEndsBeforeVisit;
    };
    // 17 March 02:00 UTC is still 16 March in New York, and 16 March 20:00 UTC is already 17 March in Tokyo.
    expect(lasts('2026-03-16', '2026-03-17T02:00:00Z', 'America/New_York')).toBe(true);
    expect(lasts('2026-03-16', '2026-03-16T20:00:00Z', 'Asia/Tokyo')).toBe(false);
    expect(lasts('2026-03-17', '2026-03-16T20:00:00Z', 'Asia/Tokyo')).toBe(true);
  });

  it('forgets that a report was forwarded when a corrected one comes', () => {
    const forwarded = [facts.received(monday), facts.reported(tuesday), facts.forwarded(tuesday)];
    expect(entryOf(...forwarded).report.forwardedAt).toBe('2026-03-03T15:00:00.000Z');
    const corrected = facts.reported(wednesday, { kind: 'corrected', documentId: 'document-2' });
    expect(entryOf(...forwarded, corrected).report.forwardedAt).toBeNull();
  });

  it('counts the attempts to get what is missing', () => {
    const again = facts.requested(tuesday, { requestId: 'request-2', attemptNo: 2, dueAt: '2026-03-04T15:00:00Z' });
    const entry = entryOf(facts.received(monday), facts.requested(monday), again);
    expect(entry.infoRequests.map(({ id, attempts }) => [id, attempts])).toEqual([
      ['request-1', 1],
      ['request-2', 2],
    ]);
    expect(entry.oldestInfoDueAt).toBe('2026-03-04T15:00:00.000Z');
  });
});

describe('the clocks of a referral', () => {
  it('run from receipt for acknowledgement and visit, and from completeness for triage', () => {
    expect(running(facts.received(monday))).toEqual(['K1', 'K9']);
    expect(running(facts.received(monday), facts.completed(monday))).toEqual(['K1', 'K9', 'K2']);
  });

  it('run for triage from receipt when it began on an override', () => {
    const override = { approvedBy: 'lead-1', reason: { code: 'urgent' } };
    const started = facts.triageStarted(tuesday, { override });
    const entry = entryOf(facts.received(monday, { missingItems: ['ecg'] }), started);
    expect(entry.clocks.find(({ clock }) => clock === 'K2')?.startedAt).toBe('2026-03-02T15:00:00.000Z');
  });

  it('are due in business time of the site', () => {
    // One business day after Monday 10:00 is Tuesday 10:00.
    expect(entryOf(facts.received(monday)).due.K1).toBe('2026-03-03T15:00:00.000Z');
  });

  it('give an external referral longer to be booked than an internal one', () => {
    const accepted = facts.accepted(monday);
    expect(entryOf(facts.received(monday), accepted).due.K8).toBe('2026-03-09T14:00:00.000Z');
    expect(entryOf(facts.received(monday, { direction: 'internal' }), accepted).due.K8).toBe(
      '2026-03-05T15:00:00.000Z',
    );
  });

  it('are due sooner, from their own start, when the urgency rises', () => {
    const entry = entryOf(facts.received(monday), facts.accepted(monday), facts.urgencySet(tuesday));
    expect(entry.due.K8).toBe('2026-03-04T15:00:00.000Z');
  });

  it('run for missing information until the last of it is in', () => {
    const asked = [
      facts.received(monday),
      facts.requested(monday),
      facts.requested(monday, { requestId: 'request-2', items: [{ code: 'mri' }], blocksTriage: false }),
    ];
    expect(running(...asked, facts.answered(tuesday))).toContain('K3');
    expect(running(...asked, facts.answered(tuesday, { items: [{ code: 'ecg' }, { code: 'mri' }] }))).not.toContain(
      'K3',
    );
  });

  it('do not run for eligibility that is known already', () => {
    expect(running(facts.received(monday), facts.accepted(tuesday))).toContain('K4');
    expect(running(facts.received(monday), facts.verified(monday), facts.accepted(tuesday))).not.toContain('K4');
  });

  it('run for rebooking only when no visit is left', () => {
    const second = facts.scheduled(wednesday, { appointmentId: 'appointment-2' });
    const booked = [facts.received(monday), facts.accepted(monday), visit];
    expect(running(...booked, facts.cancelled(wednesday))).toContain('K10');
    expect(running(...booked, second, facts.cancelled(wednesday))).not.toContain('K10');
    expect(running(...booked, facts.missed(wednesday), second)).not.toContain('K10');
  });

  it('run for the report after the visit, and for its acknowledgement after it was forwarded', () => {
    const taken = [facts.received(monday), facts.triageStarted(monday), facts.accepted(monday)];
    const seen = [...taken, visit, facts.attended(wednesday)];
    expect(running(...seen)).toEqual(['K4', 'K11']);
    expect(running(...seen, facts.reported(wednesday), facts.forwarded(wednesday))).toEqual(['K4', 'K12']);
    expect(
      running(...seen, facts.reported(wednesday), facts.forwarded(wednesday), facts.acknowledged(wednesday)),
    ).toEqual(['K4']);
  });

  it('run anew after a reopening, each by the stage in which work begins again', () => {
    const taken = [
      facts.received(monday),
      facts.completed(monday),
      facts.triageStarted(monday),
      facts.accepted(monday),
    ];
    const seen = [...taken, facts.verified(monday), visit, facts.attended(wednesday)];
    const forwarded = [...seen, facts.reported(wednesday), facts.forwarded(wednesday)];
    const reopened = (toStage: 'received' | 'accepted' | 'visit_completed' | 'report_received') =>
      facts.reopened('2026-03-09T14:00:00Z', { toStage });
    const started = (...events: readonly ReferralEvent[]) =>
      entryOf(...events).clocks.map(({ clock, cycle, startedAt }) => `${clock} of cycle ${cycle} from ${startedAt}`);
    const from = (clock: string) => `${clock} of cycle 2 from 2026-03-09T14:00:00.000Z`;
    expect(started(...taken, facts.declined(tuesday), reopened('received'))).toEqual([from('K2')]);
    expect(started(...taken, facts.declined(tuesday), reopened('accepted'))).toEqual([from('K4'), from('K8')]);
    expect(started(...forwarded, facts.closed(wednesday), reopened('accepted'))).toEqual([from('K8')]);
    expect(started(...forwarded, facts.closed(wednesday), reopened('visit_completed'))).toEqual([from('K11')]);
    expect(started(...forwarded, facts.closed(wednesday), reopened('report_received'))).toEqual([from('K12')]);
    expect(started(...seen, facts.reported(), facts.closed(), reopened('report_received'))).toEqual([]);
  });

  it('run after a reopening for what is missing first, and for triage once it is in or was waived', () => {
    const lacking = [
      facts.received(monday, { missingItems: ['ecg'] }),
      facts.declined(tuesday),
      facts.reopened(wednesday),
    ];
    expect(running(...lacking)).toEqual(['K1']);
    expect(running(...lacking, facts.requested(wednesday))).toEqual(['K3']);
    const friday = '2026-03-06T15:00:00Z';
    expect(running(...lacking, facts.requested(wednesday), facts.answered(friday), facts.completed(friday))).toEqual([
      'K2',
    ]);
    const override = { approvedBy: 'lead-1', reason: { code: 'urgent' } };
    const waived = entryOf(...lacking, facts.triageStarted(friday, { override }));
    expect(waived.clocks).toMatchObject([{ clock: 'K2', cycle: 1, startedAt: '2026-03-06T15:00:00.000Z' }]);
  });

  it('rest while a hold lasts that may pause them, and are due later by as long', () => {
    const accepted = [facts.received(monday), facts.accepted(monday)];
    const held = [...accepted, facts.holdPlaced(tuesday)];
    const clock = (id: string, ...events: readonly ReferralEvent[]) =>
      entryOf(...events).clocks.find((one) => one.clock === id);
    expect(clock('K8', ...held)).toMatchObject({ paused: true, dueAt: '2026-03-09T14:00:00.000Z' });
    expect(clock('K7', ...held)).toMatchObject({ paused: false });
    expect(entryOf(...held)).toMatchObject({ nextDueClock: 'K1', due: { K8: never } });
    expect(clock('K8', ...held, facts.holdReleased(wednesday))).toMatchObject({
      paused: false,
      dueAt: '2026-03-10T14:00:00.000Z',
      warnAt: expect.stringMatching(/^2026-03-0[789]T/),
    });
  });

  it('stay broken when they had passed before the urgency changed', () => {
    const late = facts.urgencySet('2026-03-10T15:00:00Z', { to: 'expedited' });
    const entry = entryOf(facts.received(monday), facts.accepted(monday), late);
    expect(entry.due.K8).toBe('2026-03-09T14:00:00.000Z');
  });

  it('run for authorization, first contact, cancellation, escalation and what a patient is to be told', () => {
    const accepted = [facts.received(monday), facts.accepted(monday)];
    expect(running(...accepted)).toContain('K7');
    expect(running(...accepted, facts.contactAttempted(tuesday))).not.toContain('K7');
    const needed = [...accepted, facts.needDetermined(tuesday)];
    expect(running(...needed)).toContain('K5');
    expect(running(...needed, facts.authorized(wednesday, { status: 'submitted' }))).not.toContain('K5');
    const wish = [...accepted, facts.cancellationRequested(tuesday)];
    expect(running(...wish)).toContain('K14');
    expect(running(...wish, facts.cancellationRequestWithdrawn(wednesday))).not.toContain('K14');
    const breached = [...accepted, facts.slaBreached(tuesday), facts.referralEscalated(tuesday)];
    expect(running(...breached)).toEqual(expect.arrayContaining(['K13', 'K15']));
    const answered = running(...breached, facts.statusUpdateGiven(wednesday), facts.escalationAcknowledged(wednesday));
    expect(answered.filter((clock) => clock === 'K13' || clock === 'K15')).toEqual([]);
  });

  it('all stop when the work ends', () => {
    expect(entryOf(facts.received(monday), facts.declined(tuesday))).toMatchObject({
      open: false,
      clocks: [],
      nextDueAt: null,
      nextDueSort: never,
    });
  });

  it('are breached when one asks after they were due, with no event in between', () => {
    const entry = entryOf(facts.received(monday));
    expect(breachesAt(entry, '2026-03-03T15:00:00.000Z')).toEqual({ isBreached: false, breachedCount: 0 });
    expect(breachesAt(entry, '2026-03-03T15:00:00.001Z')).toEqual({ isBreached: true, breachedCount: 1 });
  });
});
