import type { CommandName, Offer } from '@referral/referral';

/** What may be done next, as entries hold it. */
export interface PackedOffer {
  /** Names of commands with spaces between them: one text is read and written several times as fast as fifty. */
  readonly commands: string;
  readonly grounds: Offer['grounds'];
}

/** Of an offer what an entry holds. */
export const packed = ({ commands, grounds }: Offer): PackedOffer => ({ commands: commands.join(' '), grounds });

/** The offer that was packed. */
export const unpacked = ({ commands, grounds }: PackedOffer): Offer => ({
  // What was packed are names of commands, none of which is empty.
  commands: commands.split(' ').filter(Boolean) as CommandName[],
  grounds,
});
