import { IsIn, IsInt, Min } from 'class-validator';
import { IsId, MayBeAbsent, pick } from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import {
  authorizationBases,
  type AuthorizationBasis,
  type AuthorizationNeed,
  authorizationNeeds,
} from '../values/coverage-vocabulary';
import { ReferralCommand } from './referral-command';

/** Someone, or a rule, has found out whether an authorization is needed. */
export class DetermineAuthorizationNeed extends ReferralCommand {
  @IsIn(authorizationNeeds) readonly needed!: AuthorizationNeed;
  @IsIn(authorizationBases) readonly basis!: AuthorizationBasis;
  @MayBeAbsent() @IsInt() @Min(1) readonly planProfileVersion?: number;
  @MayBeAbsent() @IsId() readonly satisfiedBy?: string;
}

/** T39. */
export const determineAuthorizationNeed = (
  command: DetermineAuthorizationNeed,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const { needed, satisfiedBy = null } = command;
  const known = referral.facets.authorizationNeed;
  if (known?.needed === needed && known.satisfiedBy === satisfiedBy) return [];
  requireTransition(referral, 'DetermineAuthorizationNeed');
  return [
    happened('AuthorizationNeedDetermined', command, {
      ...pick(command, 'needed', 'basis', 'planProfileVersion', 'satisfiedBy'),
    }),
  ];
};

/** Finding out whether an authorization is needed. */
export const determineAuthorizationNeedUseCase: UseCase<DetermineAuthorizationNeed> = {
  name: 'DetermineAuthorizationNeed',
  command: DetermineAuthorizationNeed,
  summary: 'Records whether the payer wants an authorization first, and on what that rests.',
  roles: ['auth_specialist', 'system'],
  creates: false,
  generatedIds: [],
  decide: determineAuthorizationNeed,
};
