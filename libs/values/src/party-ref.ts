import { IsIn } from 'class-validator';
import { IsId } from './checks/is-id';
import { IsText } from './checks/is-text';
import { MayBeAbsent } from './checks/may-be-absent';

/** What a party to a referral can be. */
export const partyTypes = ['provider', 'facility', 'office', 'agency', 'payer', 'patient', 'staff'] as const;
export type PartyType = (typeof partyTypes)[number];

/** Someone who takes part in a referral. */
export interface PartyRef {
  readonly id: string;
  readonly type: PartyType;
  readonly name?: string;
}

/** How a party is validated. */
export class PartyRefValue implements PartyRef {
  @IsId() readonly id!: string;
  @IsIn(partyTypes) readonly type!: PartyType;
  @MayBeAbsent() @IsText(200) readonly name?: string;
}

/** True when both name the same party, whatever they call it. */
export const sameParty = (one: PartyRef, other: PartyRef): boolean => one.id === other.id && one.type === other.type;
