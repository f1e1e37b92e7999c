import { nextVersion } from '@referral/eventsourcing';
import { ArrayUnique, IsBoolean, IsIn, IsInt, Max, Min } from 'class-validator';
import {
  type Coding,
  CodingValue,
  type DocumentKind,
  documentKinds,
  IsLanguageTag,
  IsList,
  IsListOf,
  IsText,
  IsValue,
  MayBeAbsent,
  pick,
  VersionBody,
} from '@referral/values';
import type { RequirementSetEvent, LanguageVariant, RequiredItem } from '../events';
import type { RequirementSetState } from '../published-requirement-set';
import { happened } from '../rules';

/** How an item in another language is validated. */
export class LanguageVariantValue implements LanguageVariant {
  @IsLanguageTag() readonly language!: string;
  @IsText(200) readonly label!: string;
  @MayBeAbsent() @IsText(2000) readonly helpText?: string;
}

/** How a required item is validated. */
export class RequiredItemValue implements RequiredItem {
  @IsText(100) readonly code!: string;
  @IsText(200) readonly label!: string;
  @IsBoolean() readonly mandatory!: boolean;
  @IsList(50) @ArrayUnique() @IsIn(documentKinds, { each: true }) readonly acceptableKinds!: readonly DocumentKind[];
  @MayBeAbsent() @IsInt() @Min(0) @Max(36_500) readonly maxAgeDays?: number;
  @MayBeAbsent() @IsText(2000) readonly helpText?: string;
  @MayBeAbsent() @IsListOf(() => LanguageVariantValue, 50) readonly languageVariants: readonly LanguageVariant[] = [];
}

/** What a command says that publishes a version: the whole of it. */
export abstract class RequirementSetContent extends VersionBody {
  readonly requirementSetId!: string;
  @IsValue(() => CodingValue) readonly specialty!: Coding;
  @MayBeAbsent() @IsValue(() => CodingValue) readonly service?: Coding;
  @IsListOf(() => RequiredItemValue, 200)
  @ArrayUnique(({ code }: RequiredItemValue) => code)
  readonly items!: readonly RequiredItem[];
}

/**
 * I47: the next version, unless it was published before.
 * @param meant which version, when the command does not say
 */
export const publishRequirementSetContent = (
  command: RequirementSetContent,
  requirementSet: RequirementSetState,
  meant = command.version,
): readonly RequirementSetEvent[] => {
  const versions = requirementSet.stage === 'none' ? [] : requirementSet.versions;
  const content = pick(command, 'requirementSetId', 'specialty', 'service', 'items');
  const version = nextVersion(versions, content, command, meant);
  return version ? [happened('RequirementSetVersionPublished', command, version)] : [];
};
