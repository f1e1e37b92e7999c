import { IsBoolean } from 'class-validator';
import { IsId, IsLanguageTag, IsListOf, MayBeAbsent, pick } from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { type CoverageAlternative, CoverageAlternativeValue } from '../values/coverage-alternative';
import { ReferralCommand } from './referral-command';

/** The patient hears what can be done instead, in a language of theirs. */
export class OfferCoverageAlternatives extends ReferralCommand {
  @MayBeAbsent() @IsId() readonly alternativesId!: string;
  @IsListOf(() => CoverageAlternativeValue, 20, 1) readonly options!: readonly CoverageAlternative[];
  @IsLanguageTag() readonly explainedInLanguage!: string;
  @IsBoolean() readonly interpreterUsed!: boolean;
}

/** T39. */
export const offerCoverageAlternatives = (
  command: OfferCoverageAlternatives,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const known = referral.facets.coverageAlternatives.find((offer) => offer.alternativesId === command.alternativesId);
  if (known?.kinds.join() === command.options.map(({ kind }) => kind).join()) return [];
  if (known) throw refusal('CONTRADICTS_RECORD', 'Other alternatives were offered under this id.');
  requireTransition(referral, 'OfferCoverageAlternatives');
  return [
    happened('CoverageAlternativesOffered', command, {
      ...pick(command, 'alternativesId', 'options', 'explainedInLanguage', 'interpreterUsed'),
    }),
  ];
};

/** Offering alternatives. */
export const offerCoverageAlternativesUseCase: UseCase<OfferCoverageAlternatives> = {
  name: 'OfferCoverageAlternatives',
  command: OfferCoverageAlternatives,
  summary: 'Records which alternatives the patient was offered, and in which language they were explained.',
  roles: ['coordinator'],
  creates: false,
  generatedIds: ['alternativesId'],
  decide: offerCoverageAlternatives,
};
