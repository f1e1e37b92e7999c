import { IsId, IsText, pick } from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { requireTransition } from '../require-transition';
import { findTransmission, requireSent, requireSome } from '../transmissions';
import type { UseCase } from '../use-case';
import { ReferralCommand } from './referral-command';

/** A package has arrived; nobody has accepted anything yet. */
export class RecordDeliveryConfirmation extends ReferralCommand {
  @IsId() readonly transmissionId!: string;
  @IsText(500) readonly evidence!: string;
}

/** T53. */
export const recordDeliveryConfirmation = (
  command: RecordDeliveryConfirmation,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const known = findTransmission(referral, command.transmissionId);
  if (typeof known?.deliveredAt === 'string') return [];
  requireTransition(referral, 'RecordDeliveryConfirmation');
  requireSent(referral, command.transmissionId);
  return [happened('PackageDeliveryConfirmed', command, pick(command, 'transmissionId', 'evidence'))];
};

/** Telling that a package arrived. */
export const recordDeliveryConfirmationUseCase: UseCase<RecordDeliveryConfirmation> = {
  name: 'RecordDeliveryConfirmation',
  command: RecordDeliveryConfirmation,
  summary: 'Records that a package arrived, and how that is known.',
  roles: ['integration', 'coordinator'],
  creates: false,
  generatedIds: [],
  decide: recordDeliveryConfirmation,
  possible: (referral) => requireSome(referral, 'transmitted'),
};
