import { requireOrder } from '@referral/eventsourcing';
import { instant, IsId, type PartyRef, pick } from '@referral/values';
import { activeAppointments, type Appointment } from '../appointments';
import { visitCancelled } from '../cancelled-visit';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import type { Canceller } from '../values/vocabulary';
import { ReferralCommand } from './referral-command';

/** The other side agrees: the referral is withdrawn. */
export class ConfirmCancellation extends ReferralCommand {
  @IsId() readonly confirmedBy!: string;
}

/** Who cancels a visit when its referral is cancelled by some party. */
const cancellerOf = ({ type }: PartyRef): Canceller => {
  switch (type) {
    case 'patient':
      return 'patient';
    case 'payer':
      return 'payer';
    case 'provider':
    case 'facility':
      return 'provider';
    case 'office':
    case 'agency':
    case 'staff':
      return 'system';
  }
};

/** I30: what has begun cannot be cancelled; someone tells first what became of it. */
const requireAllToCome = (command: ConfirmCancellation, visits: readonly Appointment[]): void => {
  const begun = visits.filter(({ start }) => instant(start) <= instant(command.occurredAt));
  if (begun.length > 0)
    throw refusal('APPOINTMENTS_STILL_ACTIVE', 'A visit has begun; record what became of it first.', {
      appointments: begun.map(({ appointmentId }) => appointmentId),
    });
};

/** T27. Every visit that is still to come is cancelled in the same batch. */
export const confirmCancellation = (
  command: ConfirmCancellation,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const { cancellation, appointments } = referral.facets;
  if (referral.stage === 'cancelled' && cancellation?.answer?.is === 'confirmed') return [];
  requireTransition(referral, 'ConfirmCancellation');
  if (!cancellation) throw refusal('ILLEGAL_TRANSITION', 'Nobody asked to cancel.');
  requireOrder(command, cancellation.requestedAt, 'it was asked for');
  const visits = activeAppointments(appointments);
  requireAllToCome(command, visits);
  const reason = { code: cancellation.reasonCode };
  return [
    ...visits.map((visit) => visitCancelled(command, visit, cancellerOf(cancellation.by), reason)),
    happened('ReferralCancelled', command, {
      ...pick(command, 'confirmedBy'),
      appointmentsCancelled: visits.map(({ appointmentId }) => appointmentId),
    }),
  ];
};

/** The end of a referral that is withdrawn. */
export const confirmCancellationUseCase: UseCase<ConfirmCancellation> = {
  name: 'ConfirmCancellation',
  command: ConfirmCancellation,
  summary: 'Confirms a wish to cancel; every visit to come is cancelled with it.',
  roles: ['receiving_party', 'coordinator'],
  creates: false,
  generatedIds: [],
  decide: confirmCancellation,
};
