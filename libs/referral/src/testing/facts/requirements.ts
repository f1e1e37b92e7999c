import type { Checklist } from '../../values/requirement-set';
import { but, fact } from '../fact';
import { received } from '../facts';
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
  requirementSet: { requirementSetId: 'default', requirementSetVersion: 1 },
  educationSent: 'education-1',
});

/** A checklist that was published for cardiology. */
export const cardiologyChecklist: Checklist = {
  requirementSetId: 'cardiology',
  requirementSetVersion: 4,
  required: [
    { code: 'referral_letter', acceptableKinds: ['referral_letter', 'clinical_note'] },
    { code: 'lab', acceptableKinds: ['lab'], maxAgeDays: 30 },
  ],
  optional: ['medication_list'],
};

/** A referral that came in with nothing of what that checklist wants. */
export const receivedUnderChecklist = but(received, {
  missingItems: ['referral_letter', 'lab'],
  requirementSet: { requirementSetId: 'cardiology', requirementSetVersion: 4 },
  requiredItems: cardiologyChecklist.required,
});
