import type { ReferralReturnedIncomplete, RequirementEvent } from '../events/requirements';
import type { RequirementItem } from '../facets/requirements';
import type { RegisteredReferral } from '../referral';
import { asked, awaited, resumed, withItem, withItems, withoutOpen } from './items';
import { moveTo, withFacets } from './move';

const documentOf = ({ facets }: RegisteredReferral, code: string): string | null =>
  facets.completeness.items.find((item) => item.code === code)?.documentId ?? null;

const settled = (referral: RegisteredReferral, item: RequirementItem): RegisteredReferral => {
  const { completeness } = referral.facets;
  return withFacets(referral, { completeness: withItems(completeness, withItem(completeness.items, item)) });
};

/** An item is met. Where triage waited for it, nothing else may keep it waiting. */
const met = (referral: RegisteredReferral, item: RequirementItem, at: string): RegisteredReferral => {
  const known = settled(withoutOpen(referral, [item.code]), item);
  return awaited(referral).includes(item.code) ? resumed(known, at) : known;
};

const returned = (
  referral: RegisteredReferral,
  { data, occurredAt }: ReferralReturnedIncomplete,
): RegisteredReferral => {
  const { completeness } = referral.facets;
  const lacking = withFacets(referral, {
    completeness: withItems(completeness, asked(completeness.items, data.items, true)),
    returned: {
      items: data.items,
      open: data.items,
      to: data.to,
      requirementSet: data.requirementSet ?? null,
      at: occurredAt,
    },
  });
  const resumeStage = referral.stage === 'received' || referral.stage === 'in_triage' ? referral.stage : null;
  return resumeStage ? moveTo(lacking, { stage: 'awaiting_information', resumeStage }, occurredAt) : lacking;
};

/** What became of required items. */
export const evolveRequirements = (referral: RegisteredReferral, event: RequirementEvent): RegisteredReferral => {
  switch (event.type) {
    case 'RequirementItemVerified': {
      const { itemCode: code, documentId = documentOf(referral, code) } = event.data;
      return met(referral, { code, documentId, status: 'verified' }, event.occurredAt);
    }
    case 'RequirementItemRejected': {
      const { itemCode: code, documentId } = event.data;
      return settled(referral, { code, documentId, status: 'rejected' });
    }
    case 'RequirementItemWaived': {
      const { itemCode: code, expiresAt: until = null } = event.data;
      const documentId = documentOf(referral, code);
      return met(referral, { code, documentId, status: 'waived', until }, event.occurredAt);
    }
    case 'ReferralReturnedIncomplete':
      return returned(referral, event);
  }
};
