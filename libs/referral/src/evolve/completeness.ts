import type { InformationReceived, InformationRequested, ReferralCompletenessReached } from '../events/completeness';
import type { InformationRequest } from '../facets';
import type { RegisteredReferral } from '../referral';
import { moveTo, withFacets } from './move';
import { asked, isMissing, resumed, withItems, withoutOpen } from './items';

const union = (one: readonly string[], other: readonly string[]): readonly string[] => [...new Set([...one, ...other])];

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
  const pending = withFacets(referral, {
    informationRequests: [...informationRequests, request],
    completeness: withItems(completeness, asked(completeness.items, codes, data.blocksTriage)),
  });
  const resumeStage = pending.stage === 'received' || pending.stage === 'in_triage' ? pending.stage : null;
  if (!data.blocksTriage || !resumeStage) return pending;
  return moveTo(pending, { stage: 'awaiting_information', resumeStage }, occurredAt);
};

const received = (referral: RegisteredReferral, { data, occurredAt }: InformationReceived): RegisteredReferral => {
  const documents = new Map(data.items.map(({ code, documentId = null }) => [code, documentId]));
  const codes = [...documents.keys()];
  const { completeness } = referral.facets;
  const items = completeness.items.map((item) =>
    codes.includes(item.code) && (isMissing(item) || item.status === 'waived')
      ? { code: item.code, status: 'received' as const, documentId: documents.get(item.code) ?? item.documentId }
      : item,
  );
  const answered = withFacets(withoutOpen(referral, codes), {
    completeness: { ...withItems(completeness, items), received: union(completeness.received, codes) },
    changedAt: occurredAt,
  });
  return resumed(answered, occurredAt);
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
