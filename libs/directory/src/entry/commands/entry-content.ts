import { ArrayUnique, IsBoolean, IsIn, IsInt, Matches, Max, Min } from 'class-validator';
import {
  type Channel,
  channels,
  IsId,
  IsInstant,
  IsLanguageTag,
  IsList,
  IsListOf,
  IsText,
  IsValue,
  MayBeAbsent,
  pick,
} from '@referral/values';
import type { AgeRange, ContactChannel, EntryFacts } from '../events';
import { EntryCommand } from './entry-command';

/** How a channel is validated. */
export class ContactChannelValue implements ContactChannel {
  @IsIn(channels) readonly channel!: Channel;
  @IsText(500) readonly address!: string;
  @MayBeAbsent() @IsInstant() readonly verifiedAt?: string;
}

/** How a range of ages is validated. */
export class AgeRangeValue implements AgeRange {
  @MayBeAbsent() @IsInt() @Min(0) @Max(150) readonly from?: number;
  @MayBeAbsent() @IsInt() @Min(0) @Max(150) readonly to?: number;
}

/** What may be changed of an entry: each list as a whole. */
export abstract class EntryChanges extends EntryCommand {
  @MayBeAbsent() @Matches(/^\d{10}$/, { message: '$property must be ten digits' }) readonly npi?: string;
  @MayBeAbsent() @IsList(50) @IsText(50, { each: true }) readonly taxonomyCodes?: readonly string[];
  @MayBeAbsent() @IsText(200) readonly name?: string;
  @MayBeAbsent() @IsList(100) @IsText(500, { each: true }) readonly locations?: readonly string[];
  @MayBeAbsent() @IsList(100) @IsText(500, { each: true }) readonly contacts?: readonly string[];
  @MayBeAbsent() @IsListOf(() => ContactChannelValue, 50) readonly channels?: readonly ContactChannel[];
  @MayBeAbsent() @IsList(500) @ArrayUnique() @IsId({ each: true }) readonly acceptedPlans?: readonly string[];
  @MayBeAbsent()
  @IsList(50)
  @ArrayUnique()
  @IsLanguageTag({ each: true })
  readonly languages?: readonly string[];
  @MayBeAbsent() @IsBoolean() readonly telehealth?: boolean;
  @MayBeAbsent() @IsValue(() => AgeRangeValue) readonly ageRange?: AgeRange;
  @MayBeAbsent() @IsList(100) @IsText(500, { each: true }) readonly acceptanceCriteria?: readonly string[];
  @MayBeAbsent() @IsId() readonly requirementSetId?: string;
  @MayBeAbsent() @IsText(2000) readonly feesNote?: string;
  @MayBeAbsent() @IsList(50) @IsText(100, { each: true }) readonly accessibility?: readonly string[];
}

/** What a command says of an entry. */
export const contentOf = (command: EntryChanges): Partial<EntryFacts> => ({
  ...pick(command, 'npi', 'taxonomyCodes', 'name', 'locations', 'contacts', 'channels', 'acceptedPlans', 'languages'),
  ...pick(command, 'telehealth', 'ageRange', 'acceptanceCriteria', 'requirementSetId', 'feesNote', 'accessibility'),
});
