import type { InformationReceived, InformationRequested, ReferralCompletenessReached } from '../events/completeness';
import type { InformationRequest } from '../facets';
import type { RegisteredReferral } from '../referral';
import { moveTo, withFacets } from './move';

const union = (one: readonly string[], other: readonly string[]): readonly string[] => [...new Set([...one, ...other])];
const without = (codes: readonly string[], gone: readonly string[]): readonly string[] =>
  codes.filter((code) => !gone.includes(code));

/** True while a request that blocks triage has open items. */
export const blocksTriage = (request: InformationRequest): boolean => request.blocksTriage && request.open.length > 0;

const requested = (referral: RegisteredReferral, { data, occurredAt }: InformationRequested): RegisteredReferral => {
  const codes = data.items.map((item) => item.code);
  const { informationRequests, completeness } = referral.facets;
  const request: InformationRequest = {
    requestId: data.requestId,
    items: codes,
    open: codes,
    askedOf: data.askedOf,
    dueAt: data.dueAt,
    blocksTriage: data.blocksTriage,
  };
  const asked = withFacets(referral, {
    informationRequests: [...informationRequests, request],
    completeness: data.blocksTriage ? { ...completeness, missing: union(completeness.missing, codes) } : completeness,
  });
  const resumeStage = asked.stage === 'received' || asked.stage === 'in_triage' ? asked.stage : null;
  if (!data.blocksTriage || !resumeStage) return asked;
  return moveTo(asked, { stage: 'awaiting_information', resumeStage }, occurredAt);
};

const received = (referral: RegisteredReferral, { data, occurredAt }: InformationReceived): RegisteredReferral => {
  const codes = data.items.map((item) => item.code);
  const { informationRequests, completeness } = referral.facets;
  const answered = withFacets(referral, {
    informationRequests: informationRequests.map((request) => ({ ...request, open: without(request.open, codes) })),
    completeness: {
      ...completeness,
      missing: without(completeness.missing, codes),
      received: union(completeness.received, codes),
    },
  });
  if (answered.stage !== 'awaiting_information' || answered.facets.informationRequests.some(blocksTriage))
    return answered;
  return moveTo(answered, { stage: answered.resumeStage }, occurredAt);
};

/** What was asked for and what came in. */
export const evolveCompleteness = (
  referral: RegisteredReferral,
  event: InformationRequested | InformationReceived | ReferralCompletenessReached,
): RegisteredReferral => {
  switch (event.type) {
    case 'InformationRequested':
      return requested(referral, event);
    case 'InformationReceived':
      return received(referral, event);
    case 'ReferralCompletenessReached':
      return withFacets(referral, {
        completeness: { ...referral.facets.completeness, reachedAt: event.occurredAt },
      });
  }
};
