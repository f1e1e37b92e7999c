import type { PartyRef } from '@referral/values';
import type { ConsentOverriddenForEmergency } from './events';
import type { ConsentKind } from './vocabulary';

/** A consent holds, or it was taken back or has run out. */
export type ConsentStage = 'active' | 'revoked' | 'expired';

/** A consent, without what it says of the information. */
export interface Consent {
  readonly stage: ConsentStage;
  readonly consentId: string;
  readonly patientId: string;
  readonly recordedAt: string;
  readonly stageSince: string;
  readonly kind: ConsentKind;
  readonly from: PartyRef;
  readonly recipients: readonly string[];
  readonly purpose: string;
  readonly expiresAt: string | null;
  readonly documentId: string;
  readonly overrides: readonly ConsentOverriddenForEmergency['data'][];
}

/** A consent as its history tells it. */
export type ConsentState = { readonly stage: 'none' } | Consent;
