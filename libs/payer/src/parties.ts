/** The insured person as the payer knows them; patient data, so it is never logged and never part of an error. */
export interface Member {
  /** As on the card. */
  readonly memberId: string;
  readonly lastName: string;
  readonly firstName: string;
  /** Calendar date. */
  readonly birthDate: string;
  /** Sex for claims. */
  readonly sex?: 'F' | 'M' | 'U';
}

/** An organization that asks a payer, or renders what is asked for. */
export interface Provider {
  /** National Provider Identifier, ten digits. */
  readonly npi: string;
  readonly name: string;
}
