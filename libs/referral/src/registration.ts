import { pick } from '@referral/values';
import { completenessReached, unmet } from './completeness';
import type { ReferralContent } from './commands/referral-content';
import type { ReferralReceived } from './events/intake';
import type { ReferralEvent } from './events/referral-event';
import { happened } from './happened';

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

/** What came with a referral and what did not, each code once. */
export const itemsOf = ({ missingItems, presentItems = [] }: ReferralContent) => {
  const missing = [...new Set(missingItems)];
  const present = [...new Set(presentItems)].filter((code) => !missing.includes(code));
  return { missing, present };
};

/** A referral is in our hands; one to which nothing is missing is complete from its first moment. */
export const registered = (command: ReferralContent, head: Head): readonly ReferralEvent[] => {
  const { missing, present } = itemsOf(command);
  const received = happened('ReferralReceived', command, {
    ...head,
    ...pick(command, 'orderingEncounterId', 'billingFacilityId', 'clinicalQuestion', 'diagnoses', 'type'),
    ...pick(command, 'claimedUrgency', 'requestedBy', 'validity', 'visitsRequested', 'coverageIds'),
    ...pick(command, 'languagePreference', 'interpreterNeeded', 'requirementSet'),
    clockStartAt: command.occurredAt,
    sensitivity: command.sensitivity,
    missingItems: missing,
    ...(present.length > 0 ? { presentItems: present } : {}),
  });
  const { requirementSet = null, occurredAt } = command;
  const items = [
    ...missing.map((code) => ({ code, documentId: null, status: 'missing' as const })),
    ...present.map((code) => ({ code, documentId: null, status: 'received' as const })),
  ];
  if (unmet({ requirementSet, items }).length > 0) return [received];
  return [received, completenessReached(command, occurredAt, requirementSet)];
};
