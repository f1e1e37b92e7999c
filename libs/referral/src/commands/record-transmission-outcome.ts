import { IsIn } from 'class-validator';
import { IsText, IsId, IsValue, MayBeAbsent, pick } from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import { findTransmission, requireSome, requireTransmission } from '../transmissions';
import type { UseCase } from '../use-case';
import { transmissionOutcomes, type TransmissionOutcome } from '../values/document-vocabulary';
import { type TransmissionError, TransmissionErrorValue } from '../values/transmission-error';
import { ReferralCommand } from './referral-command';

/** The carrier has told whether a package went out. */
export class RecordTransmissionOutcome extends ReferralCommand {
  @IsId() readonly transmissionId!: string;
  @IsIn(transmissionOutcomes) readonly outcome!: TransmissionOutcome;
  @MayBeAbsent() @IsText(200) readonly providerMessageId?: string;
  /** With `failed`. */
  @MayBeAbsent() @IsValue(() => TransmissionErrorValue) readonly error?: TransmissionError;
}

/** T53: what was disclosed is told whatever has become of the referral. */
export const recordTransmissionOutcome = (
  command: RecordTransmissionOutcome,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  if (findTransmission(referral, command.transmissionId)?.status === command.outcome) return [];
  requireTransition(referral, 'RecordTransmissionOutcome');
  const { asked, status } = requireTransmission(referral, command.transmissionId);
  if (status !== 'requested') throw refusal('CONTRADICTS_RECORD', `The package is on the record as ${status}.`);
  if (command.outcome === 'transmitted')
    return [happened('PackageTransmitted', command, { ...asked, ...pick(command, 'providerMessageId') })];
  const error = command.error ?? { code: 'unstated', retryable: false };
  return [happened('PackageTransmissionFailed', command, { ...pick(asked, 'transmissionId', 'packageId'), error })];
};

/** Telling what became of a transmission. */
export const recordTransmissionOutcomeUseCase: UseCase<RecordTransmissionOutcome> = {
  name: 'RecordTransmissionOutcome',
  command: RecordTransmissionOutcome,
  summary: 'Records that a package went out, or why it did not.',
  roles: ['system', 'integration'],
  creates: false,
  generatedIds: [],
  decide: recordTransmissionOutcome,
  possible: (referral) => requireSome(referral, 'requested'),
};
