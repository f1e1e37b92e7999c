import { actorWith, decides, order, stepsOf } from '@referral/eventsourcing/testing';
import { requirementSetAggregate } from '../aggregate';
import { PublishRequirementSet } from '../commands/publish-requirement-set';
import { PublishRequirementSetVersion } from '../commands/publish-requirement-set-version';
import { RetireRequirementSet } from '../commands/retire-requirement-set';
import type { RequirementSetRetired, RequirementSetVersionPublished } from '../events';
import { transitions } from '../rules';

export const { given } = decides(requirementSetAggregate.decider, stepsOf(transitions));
const admin = actorWith('admin-1', 'admin');

const today = '2026-03-02T09:00:00.000Z';
const tomorrow = '2026-03-03T09:00:00.000Z';
const nextMonth = '2026-04-01T00:00:00-04:00';
const requirementSetId = 'requirements-1';
const content = {
  specialty: { system: 'http://example.org/specialties', code: 'cardiology' },
  items: [
    {
      code: 'ecg',
      label: 'Recent ECG',
      mandatory: true,
      acceptableKinds: ['lab', 'clinical_note'],
      maxAgeDays: 90,
      languageVariants: [{ language: 'es', label: 'Electrocardiograma reciente' }],
    },
  ],
} as const;
const changes = { service: { system: 'http://example.org/services', code: 'consultation' } } as const;

export const publish = order(PublishRequirementSet, today, admin, { requirementSetId, ...content });
export const published: RequirementSetVersionPublished = {
  type: 'RequirementSetVersionPublished',
  data: { requirementSetId, ...content, version: 1, effectiveFrom: today },
  occurredAt: today,
};

export const publishNext = order(PublishRequirementSetVersion, tomorrow, admin, {
  requirementSetId,
  ...content,
  ...changes,
  effectiveFrom: nextMonth,
});
export const nextPublished: RequirementSetVersionPublished = {
  type: 'RequirementSetVersionPublished',
  data: { requirementSetId, ...content, ...changes, version: 2, effectiveFrom: nextMonth },
  occurredAt: tomorrow,
};

export const retire = order(RetireRequirementSet, tomorrow, admin, { requirementSetId, reason: { code: 'replaced' } });
export const retired: RequirementSetRetired = {
  type: 'RequirementSetRetired',
  data: { reason: { code: 'replaced' } },
  occurredAt: tomorrow,
};
