import { IsBoolean } from 'class-validator';
import { IsId, IsListOf, IsValue, MayBeAbsent, pick, type Reason, ReasonValue } from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import { requireReason } from '../reasons';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { type AmendedContent, AmendedContentValue } from '../values/amended-content';
import { type ChangedField, ChangedFieldValue } from '../values/changed-field';
import { ReferralCommand } from './referral-command';

/** What the referral says changes in substance. `content` has what rules and queues go by; the texts are patient data. */
export class AmendReferral extends ReferralCommand {
  @MayBeAbsent() @IsId() readonly amendmentId!: string;
  @IsListOf(() => ChangedFieldValue, 20, 1) readonly changes!: readonly ChangedField[];
  @MayBeAbsent() @IsValue(() => AmendedContentValue) readonly content?: AmendedContent;
  @MayBeAbsent() @IsValue(() => ReasonValue) readonly reason?: Reason;
  @IsBoolean() readonly requiresRetriage!: boolean;
}

/** T50. An amendment is known by its id: what it says is not part of what rules see. */
export const amendReferral = (command: AmendReferral, referral: RegisteredReferral): readonly ReferralEvent[] => {
  const known = referral.facets.amendments.find(({ amendmentId }) => amendmentId === command.amendmentId);
  const fields = command.changes.map(({ field }) => field);
  if (known?.fields.join() === fields.join()) return [];
  if (known) throw refusal('CONTRADICTS_RECORD', 'An amendment with this id changed other fields.');
  requireTransition(referral, 'AmendReferral');
  const reason = requireReason('amend', command.reason);
  return [
    happened('ReferralAmended', command, {
      ...pick(command, 'amendmentId', 'changes', 'content', 'requiresRetriage'),
      reason,
    }),
  ];
};

/** Changing what a referral says. */
export const amendReferralUseCase: UseCase<AmendReferral> = {
  name: 'AmendReferral',
  command: AmendReferral,
  summary: 'Changes what the referral says, and whether it is to be reviewed anew.',
  roles: ['referring_party', 'coordinator'],
  creates: false,
  generatedIds: ['amendmentId'],
  decide: amendReferral,
};
