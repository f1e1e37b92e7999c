import { IsId, IsList, IsListOf, MayBeAbsent, pick } from '@referral/values';
import { requireClean, requireSomeClean, sensitivityOf } from '../documents-on-file';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { type ExcludedDocument, ExcludedDocumentValue } from '../values/excluded-document';
import { ReferralCommand } from './referral-command';

/** Documents are put together for someone. */
export class ComposePackage extends ReferralCommand {
  @MayBeAbsent() @IsId() readonly packageId!: string;
  @IsList(200, 1) @IsId({ each: true }) readonly documents!: readonly string[];
  /** Who made sure that nothing goes out that need not; needed when the purpose is not treatment. */
  @MayBeAbsent() @IsId() readonly minimumNecessaryReviewBy?: string;
  @MayBeAbsent() @IsListOf(() => ExcludedDocumentValue, 200) readonly excluded: readonly ExcludedDocument[] = [];
}

/** T39. I20. */
export const composePackage = (command: ComposePackage, referral: RegisteredReferral): readonly ReferralEvent[] => {
  const known = referral.facets.packages.find(({ packageId }) => packageId === command.packageId);
  if (known?.documents.join() === command.documents.join()) return [];
  if (known) throw refusal('CONTRADICTS_RECORD', 'A package with this id holds other documents.');
  requireTransition(referral, 'ComposePackage');
  requireClean(referral, command.documents);
  return [
    happened('ReferralPackageComposed', command, {
      ...pick(command, 'packageId', 'documents', 'minimumNecessaryReviewBy', 'excluded'),
      sensitivity: sensitivityOf(referral, command.documents),
    }),
  ];
};

/** Putting a package together. */
export const composePackageUseCase: UseCase<ComposePackage> = {
  name: 'ComposePackage',
  command: ComposePackage,
  summary: 'Puts clean documents together into a package.',
  roles: ['coordinator'],
  creates: false,
  generatedIds: ['packageId'],
  decide: composePackage,
  possible: requireSomeClean,
};
