import { fact } from '../fact';
import { cityClinic, heartClinic } from '../parties';

/** The same order goes on to another clinic. */
export const redirected = fact('ReferralRedirected', '2026-03-02T12:00:00-05:00', {
  from: heartClinic,
  to: cityClinic,
  mode: 'same_order_new_destination',
  reason: { code: 'no_capacity' },
  patientInformed: true,
});

/** Another referral goes on in the place of this one. */
export const superseded = fact('ReferralRedirected', '2026-03-02T12:00:00-05:00', {
  from: heartClinic,
  to: cityClinic,
  mode: 'new_referral',
  successorId: '0b6f3f5e-6f0a-5d0e-9a53-0c7b1f1f0003',
  reason: { code: 'no_capacity' },
  patientInformed: true,
});

export const advised = fact('ReferralReturnedWithAdvice', '2026-03-02T10:40:00-05:00', {
  advice: 'A Holter recording first.',
  followUpSuggested: true,
});
