import { IsId, IsLanguageTag, IsText, MayBeAbsent, pick } from '@referral/values';
import { IsIn } from 'class-validator';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { interpreterFault, type InterpreterType, interpreterTypes } from '../values/interpreter';
import { findAppointment } from '../visits';
import { ReferralCommand } from './referral-command';

/** An interpreter will be there for the patient. */
export class ArrangeInterpreter extends ReferralCommand {
  @IsLanguageTag() readonly language!: string;
  @IsIn(interpreterTypes) readonly mode!: InterpreterType;
  @MayBeAbsent() @IsText(200) readonly vendor?: string;
  @MayBeAbsent() @IsId() readonly appointmentId?: string;
  @MayBeAbsent() @IsText(500) readonly whyFallback?: string;
  @MayBeAbsent() @IsId() readonly reviewedBy?: string;
}

/** T39; I41. */
export const arrangeInterpreter = (
  command: ArrangeInterpreter,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const { interpreter, interpreterFor } = referral.facets;
  const { language, mode } = command;
  if (interpreter === 'arranged' && interpreterFor?.language === language && interpreterFor.mode === mode) return [];
  requireTransition(referral, 'ArrangeInterpreter');
  const fault = interpreterFault({ type: mode, ...pick(command, 'whyFallback', 'reviewedBy') });
  if (fault) throw refusal('INTERPRETER_NOT_QUALIFIED', fault);
  if (command.appointmentId !== undefined && !findAppointment(referral, command.appointmentId))
    throw refusal('APPOINTMENT_NOT_FOUND');
  return [
    happened('InterpreterArranged', command, {
      ...pick(command, 'language', 'mode', 'vendor', 'appointmentId', 'whyFallback', 'reviewedBy'),
    }),
  ];
};

/** An interpreter for the patient. */
export const arrangeInterpreterUseCase: UseCase<ArrangeInterpreter> = {
  name: 'ArrangeInterpreter',
  command: ArrangeInterpreter,
  summary: 'Records that an interpreter is arranged; a family member or a machine needs a recorded exception.',
  roles: ['coordinator'],
  creates: false,
  generatedIds: [],
  decide: arrangeInterpreter,
};
