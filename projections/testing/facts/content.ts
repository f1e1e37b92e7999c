import type {
  ReferralAmended,
  ReferralDataCorrected,
  ReferralDrafted,
  ReferralLinked,
  ReferralMarkedEnteredInError,
  ReferralRedirected,
  ReferralReturnedIncomplete,
  ReferralReturnedWithAdvice,
  ReferralSubmitted,
  RequirementItemRejected,
  RequirementItemVerified,
  RequirementItemWaived,
} from '@referral/referral';
import * as referral from '@referral/referral/testing';
import { cardiology, fact, like, office, patientData, reason, specialist } from '../fact';

/** Makers of facts about what a referral says, what it needs and where it goes. */
export const contentFacts = {
  drafted: fact<ReferralDrafted>('ReferralDrafted', {
    referralId: 'r1',
    reference: 'REF-2026-000001-A',
    direction: 'outgoing',
    patientId: 'patient-1',
    requestedBy: office,
    requestedSpecialty: cardiology,
    requestedService: { system: 'urn:service', code: 'consult' },
    channel: 'portal',
  }),
  submitted: fact<ReferralSubmitted>('ReferralSubmitted', {
    submittedBy: 'user-2',
    requirementSetId: 'default',
    requirementSetVersion: 1,
    completeness: { missing: [], present: [] },
  }),
  amended: fact<ReferralAmended>('ReferralAmended', {
    amendmentId: 'amendment-1',
    changes: [{ field: 'clinicalQuestion', old: patientData, new: patientData }],
    reason,
    requiresRetriage: false,
  }),
  dataCorrected: fact<ReferralDataCorrected>('ReferralDataCorrected', {
    correctionId: 'correction-1',
    targetEventId: 'r1-e0',
    field: 'diagnoses',
    old: patientData,
    new: patientData,
    reason,
  }),
  linked: fact<ReferralLinked>('ReferralLinked', { otherReferralId: 'r9', kind: 'prior' }),
  assessed: like(referral.assessed, { answers: [{ linkId: 'transport', value: patientData }] }),
  enteredInError: fact<ReferralMarkedEnteredInError>('ReferralMarkedEnteredInError', { reason }),
  itemVerified: fact<RequirementItemVerified>('RequirementItemVerified', { itemCode: 'ecg', verifiedBy: 'user-1' }),
  itemRejected: fact<RequirementItemRejected>('RequirementItemRejected', {
    itemCode: 'ecg',
    documentId: 'document-2',
    reason,
  }),
  itemWaived: fact<RequirementItemWaived>('RequirementItemWaived', { itemCode: 'ecg', reason }),
  returnedIncomplete: fact<ReferralReturnedIncomplete>('ReferralReturnedIncomplete', { items: ['ecg'], to: office }),
  redirected: fact<ReferralRedirected>('ReferralRedirected', {
    from: specialist,
    to: { id: 'specialist-2', type: 'provider' },
    mode: 'same_order_new_destination',
    reason: { code: 'no_capacity' },
    patientInformed: true,
  }),
  superseded: fact<ReferralRedirected>('ReferralRedirected', {
    from: specialist,
    to: { id: 'specialist-2', type: 'provider' },
    mode: 'new_referral',
    successorId: 'r2',
    reason: { code: 'no_capacity' },
    patientInformed: true,
  }),
  advised: fact<ReferralReturnedWithAdvice>('ReferralReturnedWithAdvice', {
    advice: patientData,
    followUpSuggested: false,
  }),
};
