import type { PartyRef, Reason } from '@referral/values';
import type { RequirementSetRef } from '../values/requirement-set';
import { among, type EventTypes, type Fact } from './event';

/** Someone looked at a required item and found it right. */
export type RequirementItemVerified = Fact<
  'RequirementItemVerified',
  { readonly itemCode: string; readonly documentId?: string; readonly verifiedBy: string }
>;

/** Someone looked at a required item and found it unusable: illegible, of another patient, outdated. */
export type RequirementItemRejected = Fact<
  'RequirementItemRejected',
  { readonly itemCode: string; readonly documentId: string; readonly reason: Reason }
>;

/** A required item is done without, until `expiresAt` when that is given. */
export type RequirementItemWaived = Fact<
  'RequirementItemWaived',
  { readonly itemCode: string; readonly reason: Reason; readonly expiresAt?: string }
>;

/** The referral went back for what it lacks. */
export type ReferralReturnedIncomplete = Fact<
  'ReferralReturnedIncomplete',
  {
    readonly items: readonly string[];
    readonly to: PartyRef;
    /** The version of the checklist that it was held to then. */
    readonly requirementSet?: RequirementSetRef;
    /** Id of what the office was sent about the requirements. */
    readonly educationSent?: string;
  }
>;

/** What became of required items. */
export type RequirementEvent =
  RequirementItemVerified | RequirementItemRejected | RequirementItemWaived | ReferralReturnedIncomplete;

export const requirementEventTypes: EventTypes<RequirementEvent> = {
  RequirementItemVerified: { schemaVersion: 1, phi: [] },
  RequirementItemRejected: { schemaVersion: 1, phi: [] },
  RequirementItemWaived: { schemaVersion: 1, phi: [] },
  ReferralReturnedIncomplete: { schemaVersion: 1, phi: [] },
};

export const isRequirementEvent = among<RequirementEvent>(requirementEventTypes);
