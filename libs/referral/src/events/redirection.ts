import type { PartyRef, Reason } from '@referral/values';
import type { RedirectMode } from '../values/content-vocabulary';
import { among, type EventTypes, type Fact } from './event';

/** The referral goes elsewhere: as itself, or as the referral that succeeds it. */
export type ReferralRedirected = Fact<
  'ReferralRedirected',
  {
    /** Where it was bound; absent when nobody had said. */
    readonly from?: PartyRef;
    readonly to: PartyRef;
    readonly mode: RedirectMode;
    /** With `new_referral`. */
    readonly successorId?: string;
    readonly reason: Reason;
    readonly patientInformed: boolean;
  }
>;

/** The reviewer answers with advice instead of a visit. */
export type ReferralReturnedWithAdvice = Fact<
  'ReferralReturnedWithAdvice',
  {
    /** PHI; `null` when the patient's key was destroyed. */
    readonly advice: string | null;
    /** The referrer answers before triage goes on; otherwise the advice is the end. */
    readonly followUpSuggested: boolean;
  }
>;

/** Decisions of triage that send a referral away. */
export type RedirectionEvent = ReferralRedirected | ReferralReturnedWithAdvice;

export const redirectionEventTypes: EventTypes<RedirectionEvent> = {
  ReferralRedirected: { schemaVersion: 1, phi: [] },
  ReferralReturnedWithAdvice: { schemaVersion: 1, phi: ['advice'] },
};

export const isRedirectionEvent = among<RedirectionEvent>(redirectionEventTypes);
