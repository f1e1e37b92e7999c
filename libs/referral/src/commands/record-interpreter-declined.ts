import { IsLanguageTag, IsValue, MayBeAbsent, pick, type Reason, ReasonValue } from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { ReferralCommand } from './referral-command';

/** The patient wants no interpreter. */
export class RecordInterpreterDeclined extends ReferralCommand {
  @IsLanguageTag() readonly language!: string;
  @MayBeAbsent() @IsValue(() => ReasonValue) readonly reason?: Reason;
}

/** T39. */
export const recordInterpreterDeclined = (
  command: RecordInterpreterDeclined,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  if (referral.facets.interpreter === 'declined_by_patient') return [];
  requireTransition(referral, 'RecordInterpreterDeclined');
  return [happened('InterpreterDeclined', command, pick(command, 'language', 'reason'))];
};

/** A patient who wants no interpreter. */
export const recordInterpreterDeclinedUseCase: UseCase<RecordInterpreterDeclined> = {
  name: 'RecordInterpreterDeclined',
  command: RecordInterpreterDeclined,
  summary: 'Records that the patient declined an interpreter.',
  roles: ['coordinator'],
  creates: false,
  generatedIds: [],
  decide: recordInterpreterDeclined,
};
