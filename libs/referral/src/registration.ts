import { pick } from '@referral/values';
import { completenessReached, unmet } from './completeness';
import type { ReferralContent } from './commands/referral-content';
import type { ReferralReceived } from './events/intake';
import type { ReferralEvent } from './events/referral-event';
import { happened } from './happened';
import type { RequirementSetRef } from './values/requirement-set';

/** The part of a registration that says whose referral it is, of whom and where to. */
type Head = Pick<
  ReferralReceived['data'],
  | 'referralId'
  | 'reference'
  | 'direction'
  | 'patientId'
  | 'intakeId'
  | 'externalIds'
  | 'referringParty'
  | 'requestedSpecialty'
  | 'requestedService'
  | 'channel'
>;

/** What came with a referral and what did not, each code once: what its checklist wants, and what the caller has added. */
export const itemsOf = ({ missingItems, presentItems = [], checklist }: ReferralContent) => {
  const wanted = checklist?.required.map(({ code }) => code) ?? [];
  const missing = [...new Set([...wanted.filter((code) => !presentItems.includes(code)), ...missingItems])];
  const beside = [...missing, ...(checklist?.optional ?? [])];
  const present = [...new Set(presentItems)].filter((code) => !beside.includes(code));
  return { missing, present };
};

/** The checklist that a referral is held to; `null`: the default one (S02). */
export const checklistOf = ({ checklist, requirementSet }: ReferralContent): RequirementSetRef | null =>
  checklist ? pick(checklist, 'requirementSetId', 'requirementSetVersion') : (requirementSet ?? null);

/** A referral is in our hands; one to which nothing is missing is complete from its first moment. */
export const registered = (command: ReferralContent, head: Head): readonly ReferralEvent[] => {
  const { missing, present } = itemsOf(command);
  const requirementSet = checklistOf(command);
  const received = happened('ReferralReceived', command, {
    ...head,
    ...pick(command, 'orderingEncounterId', 'billingFacilityId', 'clinicalQuestion', 'diagnoses', 'type'),
    ...pick(command, 'claimedUrgency', 'requestedBy', 'validity', 'visitsRequested', 'coverageIds'),
    ...pick(command, 'languagePreference', 'interpreterNeeded'),
    clockStartAt: command.occurredAt,
    sensitivity: command.sensitivity,
    missingItems: missing,
    ...(present.length > 0 && { presentItems: present }),
    ...(requirementSet && { requirementSet }),
    ...(command.checklist && { requiredItems: command.checklist.required }),
  });
  const items = [
    ...missing.map((code) => ({ code, documentId: null, status: 'missing' as const })),
    ...present.map((code) => ({ code, documentId: null, status: 'received' as const })),
  ];
  if (unmet({ requirementSet, items }).length > 0) return [received];
  return [received, completenessReached(command, command.occurredAt, requirementSet)];
};
