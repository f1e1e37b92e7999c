import { IsId, IsValue, type PartyRef, PartyRefValue, pick } from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { requireTransition } from '../require-transition';
import { findTransmission, requireSent, requireSome } from '../transmissions';
import type { UseCase } from '../use-case';
import { ReferralCommand } from './referral-command';

/** The recipient says that it has the package. */
export class RecordReceiptAcknowledged extends ReferralCommand {
  @IsId() readonly transmissionId!: string;
  @IsValue(() => PartyRefValue) readonly by!: PartyRef;
}

/** T53. */
export const recordReceiptAcknowledged = (
  command: RecordReceiptAcknowledged,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const known = findTransmission(referral, command.transmissionId);
  if (typeof known?.acknowledgedAt === 'string') return [];
  requireTransition(referral, 'RecordReceiptAcknowledged');
  requireSent(referral, command.transmissionId);
  return [happened('PackageReceiptAcknowledged', command, pick(command, 'transmissionId', 'by'))];
};

/** The word of the recipient. */
export const recordReceiptAcknowledgedUseCase: UseCase<RecordReceiptAcknowledged> = {
  name: 'RecordReceiptAcknowledged',
  command: RecordReceiptAcknowledged,
  summary: 'Records that the recipient has the package.',
  roles: ['receiving_party', 'coordinator'],
  creates: false,
  generatedIds: [],
  decide: recordReceiptAcknowledged,
  possible: (referral) => requireSome(referral, 'transmitted'),
};
