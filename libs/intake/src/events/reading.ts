import type { Fact } from '@referral/eventsourcing';
import type { Reader } from '../vocabulary';

/** Fields were read out of the item. */
export type IntakeDataExtracted = Fact<
  'IntakeDataExtracted',
  {
    readonly extractionId: string;
    readonly fields: readonly {
      readonly field: string;
      /** PHI; `null` when the key was destroyed. */
      readonly value: string | null;
      readonly confidence: number;
      readonly by: Reader;
    }[];
  }
>;

/** Someone looked at a field and says what it is: a second look at what was read. */
export type IntakeFieldConfirmed = Fact<
  'IntakeFieldConfirmed',
  {
    readonly confirmationId: string;
    readonly field: string;
    readonly confirmedBy: string;
    /** PHI, as the one below; `null` when the key was destroyed. */
    readonly oldValue?: string | null;
    readonly newValue: string | null;
  }
>;
