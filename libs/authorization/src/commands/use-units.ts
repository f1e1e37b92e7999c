import { IsInt, Max, Min } from 'class-validator';
import { type Coding, CodingValue, IsCalendarDate, IsId, IsValue, pick } from '@referral/values';
import type { Granted, OpenedAuthorization } from '../authorization';
import type { AuthorizationEvent } from '../events/authorization-event';
import { requireGranted } from '../granted';
import { happened } from '../happened';
import { refusal } from '../invariants';
import { type UsableStage, usableStages } from '../stages';
import { authorizationTransitions } from '../transitions';
import { areUsedUp, remainingOf, withUse } from '../units';
import type { UseCase } from '../use-case';
import { covers } from '../validity';
import { AuthorizationCommand } from './authorization-command';

/** A visit took place under the authorization. */
export class UseUnits extends AuthorizationCommand {
  @IsId() readonly appointmentId!: string;
  @IsValue(() => CodingValue) readonly service!: Coding;
  @IsCalendarDate() readonly serviceDate!: string;
  @IsInt() @Min(1) @Max(10_000) readonly units!: number;
}

/** I10 and I11. @throws AUTHORIZATION_NOT_IN_FORCE, AUTHORIZATION_UNITS_EXHAUSTED */
const requireUsable = ({ service, serviceDate, units }: UseUnits, { validity, units: approved }: Granted): number => {
  if (validity && !covers(validity, serviceDate))
    throw refusal('AUTHORIZATION_NOT_IN_FORCE', 'The date of the visit lies outside its validity.', { validity });
  const remaining = remainingOf(approved, service);
  if (units > remaining)
    throw refusal('AUTHORIZATION_UNITS_EXHAUSTED', `${remaining} units of this service are left.`, { remaining });
  return remaining - units;
};

const isUsable = (stage: OpenedAuthorization['stage']): stage is UsableStage =>
  (usableStages as readonly string[]).includes(stage);

/** A12 and A19. The last unit exhausts it, unless the rest is in dispute. */
export const useUnits = (command: UseUnits, authorization: OpenedAuthorization): readonly AuthorizationEvent[] => {
  const { stage, uses, referralId } = authorization;
  const { appointmentId, service, units } = command;
  const known = uses.find((use) => use.appointmentId === appointmentId && use.serviceCode === service.code);
  if (known?.units === units) return [];
  if (known) throw refusal('CONTRADICTS_RECORD', `The visit used ${known.units} units of this service.`);
  const granted = requireGranted(authorization);
  authorizationTransitions.require(stage, 'UseUnits');
  const remaining = requireUsable(command, granted);
  const used = happened('AuthorizationUnitsUsed', command, {
    referralId,
    ...pick(command, 'appointmentId', 'service', 'serviceDate', 'units'),
    remaining,
  });
  const over = isUsable(stage) && areUsedUp(withUse(granted.units, service, units));
  return over ? [used, happened('AuthorizationExhausted', command, { referralId, appointmentId })] : [used];
};

/** The use of what was granted. */
export const useUnitsUseCase: UseCase<UseUnits> = {
  name: 'UseUnits',
  command: UseUnits,
  summary: 'Takes the units that a visit used from those that were approved.',
  roles: ['system'],
  creates: false,
  generatedIds: [],
  decide: useUnits,
  possible: (authorization) => void requireGranted(authorization),
};
