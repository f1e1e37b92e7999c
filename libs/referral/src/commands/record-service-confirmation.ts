import { type Coding, CodingValue, IsValue, pick, sameCoding } from '@referral/values';
import { IsIn } from 'class-validator';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { type AttendanceEvidence, attendanceEvidences } from '../values/vocabulary';
import { ReferralCommand } from './referral-command';

/** The service was rendered; no report will come of it. `occurredAt` is when. */
export class RecordServiceConfirmation extends ReferralCommand {
  @IsValue(() => CodingValue) readonly what!: Coding;
  @IsIn(attendanceEvidences) readonly evidence!: AttendanceEvidence;
}

/** T39. */
export const recordServiceConfirmation = (
  command: RecordServiceConfirmation,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  if (referral.facets.confirmedServices.some((known) => sameCoding(known, command.what))) return [];
  requireTransition(referral, 'RecordServiceConfirmation');
  return [happened('ServiceConfirmed', command, pick(command, 'what', 'evidence'))];
};

/** The word that a service was rendered. */
export const recordServiceConfirmationUseCase: UseCase<RecordServiceConfirmation> = {
  name: 'RecordServiceConfirmation',
  command: RecordServiceConfirmation,
  summary: 'Records that a service was rendered, for which no report is expected.',
  roles: ['receiving_party', 'coordinator'],
  creates: false,
  generatedIds: [],
  decide: recordServiceConfirmation,
};
