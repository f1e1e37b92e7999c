import { pick } from '@referral/values';
import { IsIn } from 'class-validator';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { type DeathSource, deathSources } from '../values/dispute';
import { ReferralCommand } from './referral-command';

/** The patient has died, as the patient's record or someone says. When is told by that record. */
export class ReflectPatientDeath extends ReferralCommand {
  @IsIn(deathSources) readonly source!: DeathSource;
}

/** T39; from then on I42 holds. */
export const reflectPatientDeath = (
  command: ReflectPatientDeath,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  if (referral.facets.deceased) return [];
  requireTransition(referral, 'ReflectPatientDeath');
  return [happened('PatientDeathReflected', command, pick(command, 'source'))];
};

/** The death of the patient. */
export const reflectPatientDeathUseCase: UseCase<ReflectPatientDeath> = {
  name: 'ReflectPatientDeath',
  command: ReflectPatientDeath,
  summary: 'Records that the patient has died: nothing is offered or booked any more.',
  roles: ['system'],
  creates: false,
  generatedIds: [],
  decide: reflectPatientDeath,
};
