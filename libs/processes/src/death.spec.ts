import { describe, it } from '@jest/globals';
import type { PatientEvent } from '@referral/patient';
import { died, effective, histories, noted } from '@referral/referral/testing';
import { death } from './death';
import { deathNotice } from './death-notice';
import { at, fact, found } from './testing/across';
import { reacts } from './testing/given';

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

  it('is what ends a referral, and nothing else that happens', () => {
    const { given } = reacts(death);
    given(...histories.scheduled)
      .when({ fact: effective(noted, '2026-03-06T09:00:00-05:00') })
      .thenNothing();
    given(...histories.scheduled, died)
      .when({ settled: 'CancelAppointment', outcome: { outcome: 'done' } })
      .thenNothing();
  });
});
