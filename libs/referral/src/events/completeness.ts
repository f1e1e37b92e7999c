import type { Channel, PartyRef } from '@referral/values';
import type { InformationItem, ReceivedItem } from '../values/information-item';
import type { Fact } from './event';

/** Someone was asked for what is missing. */
export type InformationRequested = Fact<
  'InformationRequested',
  {
    readonly requestId: string;
    readonly items: readonly InformationItem[];
    readonly askedOf: PartyRef;
    readonly channel: Channel;
    readonly dueAt: string;
    /** 1 for the first request about a referral. */
    readonly attemptNo: number;
    /** Triage waits until these items are in. */
    readonly blocksTriage: boolean;
  }
>;

/** Missing items came in. */
export type InformationReceived = Fact<
  'InformationReceived',
  { readonly requestId?: string; readonly items: readonly ReceivedItem[]; readonly from: PartyRef }
>;

/** No mandatory item is missing any more. */
export type ReferralCompletenessReached = Fact<
  'ReferralCompletenessReached',
  {
    readonly requirementSetId: string;
    readonly requirementSetVersion: number;
    /** Whole minutes since `clockStartAt`. */
    readonly elapsedMinutes: number;
  }
>;
