import { actorWith, decides, order, stepsOf } from '@referral/eventsourcing/testing';
import { consentAggregate } from '../aggregate';
import { ExpireConsent } from '../commands/expire-consent';
import { OverrideConsentForEmergency } from '../commands/override-consent-for-emergency';
import { RecordConsent } from '../commands/record-consent';
import { RevokeConsent } from '../commands/revoke-consent';
import type { ConsentExpired, ConsentOverriddenForEmergency, ConsentRecorded, ConsentRevoked } from '../events';
import { transitions } from '../rules';

export const { given } = decides(consentAggregate.decider, stepsOf(transitions));

const clerk = actorWith('clerk-1', 'intake', 'coordinator');
const clinician = actorWith('reviewer-1', 'clinical_reviewer');
const timer = actorWith('timer', 'system');
const monday = '2026-03-02T09:00:00-05:00';
const tuesday = '2026-03-03T09:00:00-05:00';
const expiresAt = '2026-09-01T00:00:00-04:00';
const consentId = 'consent-1';

const agreed = {
  consentId,
  patientId: 'patient-1',
  kind: 'part2_specific',
  from: { id: 'clinic-1', type: 'facility' },
  recipients: ['Synthetic Heart Clinic'],
  informationDescription: 'Medication list',
  purpose: 'treatment',
  expiresAt,
  signedAt: '2026-03-02T08:30:00-05:00',
  signedBy: 'patient-1',
  documentId: 'document-1',
  redisclosureStatementIncluded: true,
  refusalConsequencesIncluded: true,
} as const;
export const record = order(RecordConsent, monday, clerk, agreed);
export const recorded: ConsentRecorded = { type: 'ConsentRecorded', data: agreed, occurredAt: monday };

export const revoke = order(RevokeConsent, tuesday, clerk, { consentId, how: 'by phone' });
export const revoked: ConsentRevoked = {
  type: 'ConsentRevoked',
  data: { effectiveAt: tuesday, how: 'by phone' },
  occurredAt: tuesday,
};

export const expire = order(ExpireConsent, expiresAt, timer, { consentId });
export const expired: ConsentExpired = { type: 'ConsentExpired', data: {}, occurredAt: expiresAt };

const reason = { code: 'life_threatening' };
export const override = order(OverrideConsentForEmergency, tuesday, clinician, { consentId, reason });
export const overridden: ConsentOverriddenForEmergency = {
  type: 'ConsentOverriddenForEmergency',
  data: { by: 'reviewer-1', reason },
  occurredAt: tuesday,
};
