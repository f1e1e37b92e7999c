import type { ReceiveReferral } from '@referral/referral';

/** The shape of a class's instances as plain JSON: what crosses the border of a process. */
type Json<Value> = Value extends readonly (infer Item)[]
  ? readonly Json<Item>[]
  : Value extends object
    ? { readonly [Name in keyof Value]: Json<Value[Name]> }
    : Value;

/** Body of a ReceiveReferral command: without what the runner adds. */
export type ReceiveReferralBody = Json<Omit<ReceiveReferral, 'referralId' | 'reference' | 'issued' | 'lateEntry'>>;

/** A concept of a code system. */
export type Coding = ReceiveReferralBody['requestedService'];
/** An id that another system gave. */
export type Identifier = ReceiveReferralBody['externalIds'][number];
/** Someone who takes part in a referral. */
export type PartyRef = ReceiveReferralBody['referringParty'];
