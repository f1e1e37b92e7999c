import { instant, IsDateOrInstant } from '@referral/values';
import { activeAppointments } from '../appointments';
import { coordinationPolicy } from '../coordination-policies';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { endOfValidity } from '../validity';
import { ReferralCommand } from './referral-command';

/** The validity has ended and the patient was not seen. Issued by the clock. */
export class ExpireReferral extends ReferralCommand {
  /** The end that has passed, as the clock read it: a referral that was extended meanwhile does not expire. */
  @IsDateOrInstant() readonly validUntil!: string;
}

const day = 86_400_000;

const requireNoVisitInGrace = (referral: RegisteredReferral, end: number): void => {
  const latest = end + coordinationPolicy.expiryGraceDays * day;
  const kept = activeAppointments(referral.facets.appointments).find(({ start }) => instant(start) <= latest);
  if (kept)
    throw refusal('APPOINTMENTS_STILL_ACTIVE', 'A visit is booked that the grace of the policy covers.', {
      appointments: [kept.appointmentId],
    });
};

/** T31. */
export const expireReferral = (command: ExpireReferral, referral: RegisteredReferral): readonly ReferralEvent[] => {
  if (referral.stage === 'expired') return [];
  requireTransition(referral, 'ExpireReferral');
  const { validity } = referral.registration;
  const end = endOfValidity(validity);
  if (end === null || validity.end !== command.validUntil || end >= instant(command.occurredAt))
    throw refusal('VALIDITY_NOT_ENDED', undefined, { validity });
  requireNoVisitInGrace(referral, end);
  const { validUntil } = command;
  return [happened('ReferralExpired', command, { validUntil, unfulfilledReason: referral.stage })];
};

/** The end of a referral that nobody fulfilled. */
export const expireReferralUseCase: UseCase<ExpireReferral> = {
  name: 'ExpireReferral',
  command: ExpireReferral,
  summary: 'Ends a referral whose validity is over before the patient was seen.',
  roles: ['system'],
  creates: false,
  generatedIds: [],
  decide: expireReferral,
};
