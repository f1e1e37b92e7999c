import { dateOf, dayMs } from '../virtual-time';
import type { ReferralCase } from './referral-case';

/** Days for which a referral is valid. */
const VALID_DAYS = 120;

const validityOf = (one: ReferralCase) => {
  const days = one.fate === 'expired' ? 30 : VALID_DAYS;
  one.validUntil = dateOf(one.story.now + days * dayMs);
  return { start: dateOf(one.story.now), end: one.validUntil };
};

const isIncomplete = (one: ReferralCase): boolean => one.rests('awaiting_information') || one.draws.chance(0.22);

const missingOf = (one: ReferralCase): readonly string[] => {
  const [, ...others] = one.specialty.items;
  return isIncomplete(one) ? others : [];
};

/** Some offices send by the checklist of the specialty, and all that it wants. */
const checklistOf = (one: ReferralCase): object => {
  one.checklist = one.missing.length === 0 && one.left === null && one.draws.chance(0.15);
  if (!one.checklist) return {};
  const requirementSetId = one.site.requirementSets.get(one.specialty.code);
  return { requirementSet: { requirementSetId, requirementSetVersion: 1 }, presentItems: one.specialty.items };
};

/** What it says beside where it goes. */
export const contentOf = (one: ReferralCase): object => {
  const { draws, specialty, person } = one;
  one.missing = missingOf(one);
  return {
    clinicalQuestion: specialty.question,
    diagnoses: [specialty.diagnosis],
    type: draws.pick(['consult', 'evaluate_and_treat', 'second_opinion']),
    claimedUrgency: draws.share({ routine: 78, expedited: 8, urgent: 12, stat: 2 }),
    validity: validityOf(one),
    visitsRequested: 4,
    coverageIds: [person.coverageId],
    languagePreference: person.language,
    interpreterNeeded: person.interpreterNeeded,
    missingItems: one.missing,
    ...checklistOf(one),
  };
};

/** Where it goes, and whom it is about. */
export const headOf = ({ person, specialty }: ReferralCase): object => ({
  direction: 'incoming',
  patientId: person.patientId,
  requestedSpecialty: specialty.specialty,
  requestedService: specialty.service,
});
