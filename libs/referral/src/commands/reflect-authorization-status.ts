import { IsIn, IsInt, Max, Min } from 'class-validator';
import {
  IsDateOrInstant,
  IsId,
  IsInstant,
  IsText,
  IsValue,
  MayBeAbsent,
  pick,
  type Validity,
  ValidityValue,
} from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import type { AuthorizationCopy } from '../facets/coverage';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { authorizationStates, type AuthorizationState } from '../values/coverage-vocabulary';
import { ReferralCommand } from './referral-command';

/** An authorization stands otherwise now; its own stream says so. */
export class ReflectAuthorizationStatus extends ReferralCommand {
  @IsId() readonly authorizationId!: string;
  @IsIn(authorizationStates) readonly status!: AuthorizationState;
  @MayBeAbsent() @IsValue(() => ValidityValue) readonly validity?: Validity;
  @MayBeAbsent() @IsInt() @Min(0) @Max(10_000) readonly unitsApproved?: number;
  @MayBeAbsent() @IsInt() @Min(0) @Max(10_000) readonly unitsRemaining?: number;
  @MayBeAbsent() @IsText(100) readonly number?: string;
  @MayBeAbsent() @IsInstant() readonly decisionDueAt?: string;
  @MayBeAbsent() @IsInstant() readonly infoDueAt?: string;
  @MayBeAbsent() @IsDateOrInstant() readonly appealDeadline?: string;
}

const deadlines = ['decisionDueAt', 'infoDueAt', 'appealDeadline'] as const;

const isSame = (command: ReflectAuthorizationStatus, known: AuthorizationCopy): boolean =>
  command.authorizationId === known.authorizationId &&
  command.status === known.status &&
  command.validity?.start === known.validity?.start &&
  command.validity?.end === known.validity?.end &&
  (command.unitsApproved ?? null) === known.unitsApproved &&
  (command.unitsRemaining ?? null) === known.unitsRemaining &&
  (command.number ?? null) === known.number &&
  deadlines.every((field) => (command[field] ?? null) === known[field]);

/** T53: a copy is kept current whatever the stage, so that a reopened referral goes by what is true then. */
export const reflectAuthorizationStatus = (
  command: ReflectAuthorizationStatus,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const newest = referral.facets.authorizations.at(-1);
  if (newest && isSame(command, newest)) return [];
  requireTransition(referral, 'ReflectAuthorizationStatus');
  return [
    happened('AuthorizationStatusReflected', command, {
      ...pick(command, 'authorizationId', 'status', 'validity', 'unitsApproved', 'unitsRemaining', 'number'),
      ...pick(command, ...deadlines),
    }),
  ];
};

/** Copying how an authorization stands. */
export const reflectAuthorizationStatusUseCase: UseCase<ReflectAuthorizationStatus> = {
  name: 'ReflectAuthorizationStatus',
  command: ReflectAuthorizationStatus,
  summary: 'Copies how a prior authorization stands onto the referral.',
  roles: ['system'],
  creates: false,
  generatedIds: [],
  decide: reflectAuthorizationStatus,
};
