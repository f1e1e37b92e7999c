import { actorWith, decides, order, stepsOf } from '@referral/eventsourcing/testing';
import { officeAggregate } from '../aggregate';
import { AcknowledgeEducation } from '../commands/acknowledge-education';
import { RegisterOffice } from '../commands/register-office';
import { SendEducation } from '../commands/send-education';
import type { EducationAcknowledged, EducationSent, OfficeRegistered } from '../events';
import { transitions } from '../rules';

export const { given } = decides(officeAggregate.decider, stepsOf(transitions));

const coordinator = actorWith('coordinator-1', 'coordinator');
const monday = '2026-03-02T09:00:00-05:00';
const tuesday = '2026-03-03T09:00:00-05:00';
const wednesday = '2026-03-04T09:00:00-05:00';
const officeId = 'office-stream-1';

const office = { officeId, partyId: 'office-1', name: 'Synthetic Practice', preferredChannel: 'fax' } as const;
export const register = order(RegisterOffice, monday, coordinator, office);
export const registered: OfficeRegistered = { type: 'OfficeRegistered', data: office, occurredAt: monday };

const education = {
  educationId: 'education-1',
  topic: 'requirements',
  requirementSetId: 'requirements-1',
  requirementSetVersion: 2,
  channel: 'fax',
  triggeredByReferralId: 'referral-1',
} as const;
export const send = order(SendEducation, tuesday, coordinator, { officeId, ...education });
export const sent: EducationSent = { type: 'EducationSent', data: education, occurredAt: tuesday };

export const acknowledge = order(AcknowledgeEducation, wednesday, coordinator, {
  officeId,
  educationId: 'education-1',
});
export const acknowledged: EducationAcknowledged = {
  type: 'EducationAcknowledged',
  data: { educationId: 'education-1' },
  occurredAt: wednesday,
};
