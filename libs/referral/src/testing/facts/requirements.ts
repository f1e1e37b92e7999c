import { fact } from '../fact';
import { referringOffice } from '../parties';

export const itemVerified = fact('RequirementItemVerified', '2026-03-02T09:50:00-05:00', {
  itemCode: 'lab',
  documentId: 'document-lab',
  verifiedBy: 'coordinator-1',
});

export const itemRejected = fact('RequirementItemRejected', '2026-03-02T09:50:00-05:00', {
  itemCode: 'lab',
  documentId: 'document-lab',
  reason: { code: 'outdated' },
});

export const itemWaived = fact('RequirementItemWaived', '2026-03-02T09:50:00-05:00', {
  itemCode: 'lab',
  reason: { code: 'unobtainable' },
});

export const returnedIncomplete = fact('ReferralReturnedIncomplete', '2026-03-02T10:30:00-05:00', {
  items: ['referral_letter', 'lab'],
  to: referringOffice,
  educationSent: 'education-1',
});
