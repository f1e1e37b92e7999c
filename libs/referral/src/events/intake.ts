import type { Channel, Coding, Direction, Identifier, PartyRef, Urgency, Validity } from '@referral/values';
import type { RequiredItem, RequirementSetRef } from '../values/requirement-set';
import type { ReferralType } from '../values/vocabulary';
import type { Fact } from './event';

/** A referral is in our hands; its clock runs from `clockStartAt`. */
export type ReferralReceived = Fact<
  'ReferralReceived',
  {
    readonly referralId: string;
    /** For people: `REF-YYYY-NNNNNN-C`. */
    readonly reference: string;
    readonly direction: Direction;
    readonly patientId: string;
    readonly intakeId?: string;
    readonly externalIds: readonly Identifier[];
    readonly referringParty: PartyRef;
    readonly orderingEncounterId?: string;
    readonly billingFacilityId?: string;
    readonly requestedSpecialty: Coding;
    readonly requestedService: Coding;
    /** PHI; `null` when the patient's key was destroyed. */
    readonly clinicalQuestion: string | null;
    /** PHI; `null` when the patient's key was destroyed. */
    readonly diagnoses: readonly Coding[] | null;
    readonly type: ReferralType;
    readonly claimedUrgency: Urgency;
    /** Calendar date by which the referrer wants the patient seen. */
    readonly requestedBy?: string;
    readonly validity: Validity;
    readonly visitsRequested?: number;
    readonly coverageIds: readonly string[];
    /** BCP 47 language tag. */
    readonly languagePreference?: string;
    readonly interpreterNeeded?: boolean;
    readonly channel: Channel;
    readonly clockStartAt: string;
    readonly sensitivity: readonly string[];
    /** Codes of the mandatory items that did not come with it. */
    readonly missingItems: readonly string[];
    /** Codes of the required items that came with it. */
    readonly presentItems?: readonly string[];
    /** The checklist that it is held to; absent: the default one. */
    readonly requirementSet?: RequirementSetRef;
    /** What that checklist wanted, where it was published here. */
    readonly requiredItems?: readonly RequiredItem[];
  }
>;
