import { IsIn } from 'class-validator';
import { IsId, IsText, IsValue, MayBeAbsent, pick, type Reason, ReasonValue } from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import { requireReason } from '../reasons';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { type AmendedContent, AmendedContentValue } from '../values/amended-content';
import { contentFields, type ContentField } from '../values/changed-field';
import { ReferralCommand } from './referral-command';

/** A clerical mistake in one field of an earlier event is put right. */
export class CorrectReferralData extends ReferralCommand {
  @MayBeAbsent() @IsId() readonly correctionId!: string;
  @IsId() readonly targetEventId!: string;
  @IsIn(contentFields) readonly field!: ContentField;
  @MayBeAbsent() @IsText(10_000) readonly old?: string;
  @MayBeAbsent() @IsText(10_000) readonly new?: string;
  /** The field as rules and queues go by it, where they do. */
  @MayBeAbsent() @IsValue(() => AmendedContentValue) readonly content?: AmendedContent;
  @MayBeAbsent() @IsValue(() => ReasonValue) readonly reason?: Reason;
}

/** T39, also for a finished referral (I05). A correction is known by its id. */
export const correctReferralData = (
  command: CorrectReferralData,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const known = referral.facets.corrections.find(({ correctionId }) => correctionId === command.correctionId);
  if (known?.targetEventId === command.targetEventId) return [];
  if (known) throw refusal('CONTRADICTS_RECORD', 'A correction with this id concerns another event.');
  requireTransition(referral, 'CorrectReferralData');
  const reason = requireReason('correct', command.reason);
  return [
    happened('ReferralDataCorrected', command, {
      ...pick(command, 'correctionId', 'targetEventId', 'field', 'old', 'new', 'content'),
      reason,
    }),
  ];
};

/** Putting a clerical mistake right. */
export const correctReferralDataUseCase: UseCase<CorrectReferralData> = {
  name: 'CorrectReferralData',
  command: CorrectReferralData,
  summary: 'Corrects a clerical mistake; the original value stays in the history.',
  roles: ['coordinator', 'lead'],
  creates: false,
  generatedIds: ['correctionId'],
  decide: correctReferralData,
};
