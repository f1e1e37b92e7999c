import type { Channel } from '@referral/values';
import type { EducationSent } from './events';

/** What an office was told about how to refer, and whether it has seen that. */
export interface Education {
  readonly sent: EducationSent['data'];
  readonly sentAt: string;
  readonly acknowledgedAt: string | null;
}

/** An office that refers patients. */
export interface Office {
  readonly stage: 'registered';
  readonly officeId: string;
  readonly registeredAt: string;
  readonly partyId: string;
  readonly name: string;
  readonly preferredChannel: Channel | null;
  readonly education: readonly Education[];
}

/** A referring office as its history tells it. */
export type OfficeState = { readonly stage: 'none' } | Office;
