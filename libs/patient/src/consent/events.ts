import type { EventType, Fact, Recorded } from '@referral/eventsourcing';
import type { PartyRef, Reason } from '@referral/values';
import type { ConsentKind } from './vocabulary';

export type ConsentRecorded = Fact<
  'ConsentRecorded',
  {
    readonly consentId: string;
    readonly patientId: string;
    readonly kind: ConsentKind;
    /** Who may disclose. */
    readonly from: PartyRef;
    /** Who may receive, by name or as a class. */
    readonly recipients: readonly string[];
    /** PHI; `null` when the patient's key was destroyed. */
    readonly informationDescription: string | null;
    readonly purpose: string;
    /** It ends at an instant, or with an event in words. */
    readonly expiresAt?: string;
    readonly expiryEvent?: string;
    readonly signedAt: string;
    readonly signedBy: string;
    readonly documentId: string;
    readonly redisclosureStatementIncluded: boolean;
    readonly refusalConsequencesIncluded: boolean;
  }
>;

export type ConsentRevoked = Fact<'ConsentRevoked', { readonly effectiveAt: string; readonly how: string }>;

export type ConsentExpired = Fact<'ConsentExpired', Recorded>;

/** Something was disclosed without consent because a life depended on it. */
export type ConsentOverriddenForEmergency = Fact<
  'ConsentOverriddenForEmergency',
  { readonly by: string; readonly reason: Reason }
>;

/** Everything that can have happened to a consent. */
export type ConsentEvent = ConsentRecorded | ConsentRevoked | ConsentExpired | ConsentOverriddenForEmergency;

/** How each event is stored. */
export const consentEventTypes: Readonly<Record<ConsentEvent['type'], EventType>> = {
  ConsentRecorded: { schemaVersion: 1, phi: ['informationDescription'] },
  ConsentRevoked: { schemaVersion: 1, phi: [] },
  ConsentExpired: { schemaVersion: 1, phi: [] },
  ConsentOverriddenForEmergency: { schemaVersion: 1, phi: [] },
};
