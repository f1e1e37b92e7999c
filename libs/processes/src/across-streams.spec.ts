import { describe, expect, it } from '@jest/globals';
import type { ConsentEvent, PatientEvent } from '@referral/patient';
import type { EntryEvent } from '@referral/directory';
import type { StaffEvent } from '@referral/staff';
import { accepted, covered, coverEnded, died, effective, histories, received } from '@referral/referral/testing';
import { absenceCover } from './absence-cover';
import { arrival } from './arrival';
import { consentNotice } from './consent-notice';
import { coverEnd } from './cover-end';
import { death } from './death';
import { deathNotice } from './death-notice';
import { destinationNotice } from './destination-notice';
import type { Outcome } from './errand';
import { instanceId, reacts } from './testing/given';

const at = '2026-03-02T09:00:00.000Z';
const fact = <Event>(type: string, data: object, occurredAt = at): Event => ({ type, data, occurredAt }) as Event;
const found = (kind: 'search' | 'look_up', values: readonly string[], more = false) => ({
  settled: kind,
  outcome: { outcome: 'found', values, more } satisfies Outcome,
});

describe('the death of a patient', () => {
  const registered = fact<PatientEvent>('PatientRegistered', { patientId: 'patient-1' });
  const dead = fact<PatientEvent>('PatientDied', { at, source: 'registry' });
  const told = ['ReflectPatientDeath', { source: 'patient_record' }] as const;

  it('is told to the open referrals of the patient, a page after the other', () => {
    const { given } = reacts(deathNotice);
    const looking = { field: 'patientId', value: 'patient-1' };
    given(registered)
      .when({ fact: dead })
      .then({ commands: [['search', looking]] });
    given(registered, dead)
      .when(found('search', ['r1', 'r2'], true))
      .then({ commands: [told, told, ['search', { ...looking, after: 'r2' }]] });
    given(registered, dead).when(found('search', [])).thenNothing();
  });

  it('cancels the visits and closes the referral, but not one whose report is there', () => {
    const { given } = reacts(death);
    const reason = { code: 'patient_died' };
    const cancelled = ['CancelAppointment', { appointmentId: 'appointment-1', initiatedBy: 'system', reason }] as const;
    const informed = { patientInformed: false, referrerInformed: false };
    const closed = { closureOutcome: 'patient_deceased', evidenceEventIds: ['event-7'], ...informed, reason };
    given(...histories.scheduled)
      .when({ fact: died })
      .then({ commands: [cancelled, ['CloseReferral', closed]] });
    given(...histories.report_received)
      .when({ fact: effective(died, '2026-03-19T09:00:00-04:00') })
      .thenNothing();
    given(...histories.closed)
      .when({ fact: effective(died, '2026-03-20T09:00:00-04:00') })
      .thenNothing();
  });
});

describe('the arrival of a referral', () => {
  const { given } = reacts(arrival);

  it('is when it is found out that its patient has died', () => {
    given()
      .when({ fact: received })
      .then({ commands: [['look_up', { of: 'patient', ids: ['patient-1'] }]] });
    given(received)
      .when(found('look_up', ['deceased']))
      .then({ commands: [['ReflectPatientDeath', { source: 'patient_record' }]] });
    given(received)
      .when(found('look_up', ['registered']))
      .thenNothing();
    given(received).when(found('look_up', [])).thenNothing();
  });

  it('at a destination is when it is found out that nobody is taken there', () => {
    const asked = { of: 'destination', ids: [accepted.data.destination.id] };
    given(...histories.in_triage)
      .when(found('look_up', []), { fact: accepted })
      .then({ commands: [['look_up', asked]] });
    const steps = [found('look_up', []), { fact: accepted }] as const;
    given(...histories.in_triage)
      .when(...steps, found('look_up', ['suspended']))
      .then({
        commands: [['ReflectDestinationStatus', { destinationId: accepted.data.destination.id, status: 'suspended' }]],
      });
    given(...histories.in_triage)
      .when(...steps, found('look_up', ['open']))
      .thenNothing();
  });
});

describe('a destination that takes nobody any more', () => {
  const { given } = reacts(destinationNotice);
  const added = fact<EntryEvent>('DirectoryEntryAdded', { entryId: 'clinic-1', kind: 'facility', name: 'Clinic' });
  const suspended = fact<EntryEvent>('DirectoryEntrySuspended', { reason: { code: 'licence' } });
  const reinstated = fact<EntryEvent>('DirectoryEntryReinstated', { by: 'admin-1' });

  it('is told to the open referrals that go there, as it stands when they are looked for', () => {
    given(added)
      .when({ fact: suspended })
      .then({ timers: { tell: at } });
    given(added, suspended)
      .when({ due: 'tell', at })
      .then({ commands: [['search', { field: 'destinationId', value: 'clinic-1' }]] });
    const told = (status: string) => ['ReflectDestinationStatus', { destinationId: 'clinic-1', status }] as const;
    given(added, suspended)
      .when({ due: 'tell', at }, found('search', ['r1']))
      .then({ commands: [told('suspended')] });
    given(added, suspended, reinstated)
      .when({ due: 'tell', at }, found('search', ['r1']))
      .then({ commands: [told('open')] });
  });

  it('is not looked for when it is only added', () => {
    given().when({ fact: added }).thenNothing();
  });
});

describe('the absence of a coordinator', () => {
  const { given } = reacts(absenceCover);
  const member = fact<StaffEvent>('StaffAdded', {
    staffId: 's1',
    userId: 'user-1',
    displayName: 'One',
    team: 'cardio',
  });
  const absence = { absenceId: 'absence-1', from: '2026-03-03T08:00:00Z', to: '2026-03-05T17:00:00Z' };
  const away = fact<StaffEvent>('AbsenceRecorded', { ...absence, cover: ['s2', 's3'] });
  const begins = { due: 'away-absence-1', at: absence.from };

  it('is waited for', () => {
    given(member)
      .when({ fact: away })
      .then({ timers: { 'away-absence-1': '2026-03-03T08:00:00.000Z' } });
  });

  it('lets the first of those who are there stand in, for whatever comes until it ends', () => {
    const about = { absenceId: 'absence-1' };
    given(member, away)
      .when(begins)
      .then({
        commands: [['look_up', { of: 'staff', ids: ['s2', 's3'], about }]],
        timers: { 'away-absence-1': '2026-03-04T08:00:00.000Z' },
      });
    given(member, away)
      .when(begins, found('look_up', ['user-3']))
      .then({
        commands: [['search', { field: 'coordinatorId', value: 'user-1', about: { ...about, coveringId: 'user-3' } }]],
      });
    const said = { coveringId: 'user-3', coveredId: 'user-1', until: absence.to, absence };
    given(member, away)
      .when(begins, found('look_up', ['user-3']), found('search', ['r1']))
      .then({ commands: [['CoverReferral', said]] });
  });

  it('is left to a lead when nobody named is there, or when it is over', () => {
    given(member, away).when(begins, found('look_up', [])).thenNothing();
    given(member)
      .when({ fact: { ...away, occurredAt: '2026-03-06T08:00:00Z' } })
      .thenNothing();
  });

  it('ends the cover when it ends', () => {
    const ends = reacts(coverEnd);
    const until = new Date(covered.data.until).toISOString();
    ends
      .given(...histories.accepted)
      .when({ fact: covered })
      .then({ timers: { end: until } });
    ends
      .given(...histories.accepted, covered)
      .when({ due: 'end', at: until })
      .then({ commands: [['EndCover', { coveringId: covered.data.coveringId }]] });
    ends
      .given(...histories.accepted, covered)
      .when({ fact: coverEnded })
      .then({ cleared: ['end'] });
  });
});

describe('a consent', () => {
  const { given } = reacts(consentNotice);
  const recorded = (more: object = {}) =>
    fact<ConsentEvent>('ConsentRecorded', {
      ...{
        consentId: instanceId,
        patientId: 'patient-1',
        kind: 'part2_specific',
        recipients: ['clinic-1', 'any clinic'],
      },
      ...{ expiresAt: '2026-06-30T00:00:00.000Z', documentId: 'document-1', ...more },
    });
  const revoked = fact<ConsentEvent>('ConsentRevoked', { effectiveAt: at, how: 'in writing' });
  const tells = { due: 'tell', at };

  it('is told to the open referrals of its patient, and ends at its time', () => {
    given()
      .when({ fact: recorded() })
      .then({ timers: { tell: at, expires: '2026-06-30T00:00:00.000Z' } });
    given(recorded())
      .when(tells)
      .then({ commands: [['search', { field: 'patientId', value: 'patient-1' }]] });
    const scope = { categories: ['part2'], recipientIds: ['clinic-1'] };
    const said = { consentId: instanceId, status: 'granted', scope, validThrough: '2026-06-30' };
    given(recorded())
      .when(tells, found('search', ['r1']))
      .then({ commands: [['ReflectConsentStatus', said]] });
    given(recorded())
      .when({ due: 'expires', at: '2026-06-30T00:00:00Z' })
      .then({ commands: [['ExpireConsent', {}]] });
  });

  it('lets nothing out any more when it is taken back', () => {
    const { waiting } = given(recorded(), revoked).when(tells, found('search', ['r1']));
    expect(waiting.timers).toEqual({});
    expect(Object.values(waiting.errands)).toMatchObject([{ body: { status: 'revoked' } }]);
  });

  it('lets nothing out by itself when only its words tell what it covers', () => {
    const { waiting } = given(recorded({ kind: 'roi' })).when(tells, found('search', ['r1']));
    expect(Object.values(waiting.errands)).toMatchObject([{ body: { scope: { categories: [] } } }]);
  });
});
