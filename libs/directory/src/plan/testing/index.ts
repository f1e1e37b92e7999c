import { actorWith, decides, order, stepsOf } from '@referral/eventsourcing/testing';
import { planProfileAggregate } from '../aggregate';
import { PublishPlanProfile } from '../commands/publish-plan-profile';
import { PublishPlanProfileVersion } from '../commands/publish-plan-profile-version';
import { RetirePlanProfile } from '../commands/retire-plan-profile';
import type { PlanProfileRetired, PlanProfileVersionPublished } from '../events';
import { transitions } from '../rules';

export const { given } = decides(planProfileAggregate.decider, stepsOf(transitions));
const admin = actorWith('admin-1', 'admin');

const today = '2026-03-02T09:00:00.000Z';
const tomorrow = '2026-03-03T09:00:00.000Z';
const nextMonth = '2026-04-01T00:00:00-04:00';
const planId = 'plan-1';
const content = {
  payerId: 'payer-1',
  name: 'Synthetic Health Plan',
  rules: [
    {
      serviceCategory: 'imaging',
      authNeeded: 'required',
      referralRequired: true,
      submissionChannels: ['portal', 'fax'],
      decisionHours: { standard: 168, expedited: 72 },
    },
  ],
} as const;
const changes = { name: 'Synthetic Health Plan Plus' } as const;

export const publish = order(PublishPlanProfile, today, admin, { planId, ...content });
export const published: PlanProfileVersionPublished = {
  type: 'PlanProfileVersionPublished',
  data: { planId, ...content, version: 1, effectiveFrom: today },
  occurredAt: today,
};

export const publishNext = order(PublishPlanProfileVersion, tomorrow, admin, {
  planId,
  ...content,
  ...changes,
  effectiveFrom: nextMonth,
});
export const nextPublished: PlanProfileVersionPublished = {
  type: 'PlanProfileVersionPublished',
  data: { planId, ...content, ...changes, version: 2, effectiveFrom: nextMonth },
  occurredAt: tomorrow,
};

export const retire = order(RetirePlanProfile, tomorrow, admin, { planId, reason: { code: 'replaced' } });
export const retired: PlanProfileRetired = {
  type: 'PlanProfileRetired',
  data: { reason: { code: 'replaced' } },
  occurredAt: tomorrow,
};
