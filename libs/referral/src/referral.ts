import type { Channel, Coding, Direction, Identifier, PartyRef, Validity } from '@referral/values';
import type { Facets } from './facets';
import type { Stage } from './stages';
import type { ClosureOutcome } from './values/vocabulary';

/** What was registered. A draft is registered with what is known when it is begun; amendments and extensions change what they name. */
export interface Registration {
  readonly referralId: string;
  readonly reference: string;
  readonly direction: Direction;
  readonly patientId: string;
  readonly externalIds: readonly Identifier[];
  readonly referringParty: PartyRef;
  readonly requestedSpecialty: Coding;
  readonly requestedService: Coding;
  readonly validity: Validity;
  readonly visitsRequested: number | null;
  readonly coverageIds: readonly string[];
  readonly channel: Channel;
  readonly sensitivity: readonly string[];
  /** Effective time of the registration; all clocks of the referral count from here. */
  readonly receivedAt: string;
}

/** Where a referral stands that waits for information. */
interface AwaitingInformation {
  readonly stage: 'awaiting_information';
  readonly resumeStage: 'received' | 'in_triage';
}

/** Where a referral stands to which it returns when it is not cancelled after all. */
export type Resumable =
  | {
      readonly stage:
        'received' | 'in_triage' | 'accepted' | 'scheduled' | 'visit_missed' | 'visit_cancelled' | 'visit_completed';
    }
  | AwaitingInformation;

/** Where a referral stands, with what only that stage knows. */
export type Standing =
  | {
      readonly stage: Exclude<
        Stage,
        'awaiting_information' | 'cancellation_requested' | 'declined' | 'closed' | 'superseded'
      >;
    }
  | AwaitingInformation
  | { readonly stage: 'cancellation_requested'; readonly resume: Resumable }
  | { readonly stage: 'declined'; readonly reasonCode: string; readonly by: PartyRef }
  | { readonly stage: 'superseded'; readonly successorId: string }
  | { readonly stage: 'closed'; readonly closureOutcome: ClosureOutcome };

/** A referral that exists. */
export type RegisteredReferral = Standing & {
  /** Effective time of the fact that brought it to its stage. */
  readonly stageSince: string;
  /** 1 at first; one more with each reopening. */
  readonly cycle: number;
  readonly registration: Registration;
  readonly facets: Facets;
};

/** A referral as its history tells it: plain data without protected health information. `none` before the first fact. */
export type Referral = { readonly stage: 'none' } | RegisteredReferral;

/** Before anything happened. */
export const initialState: Referral = { stage: 'none' };
