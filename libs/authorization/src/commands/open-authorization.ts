import { IsIn, IsInt, Max, Min } from 'class-validator';
import { IsId, IsListOf, IsValue, type PartyRef, PartyRefValue, pick } from '@referral/values';
import type { Authorization, OpenedAuthorization } from '../authorization';
import { type Level, levels } from '../clock-rules';
import type { AuthorizationEvent } from '../events/authorization-event';
import { happened } from '../happened';
import { refusal } from '../invariants';
import { type RequestedService, RequestedServiceValue } from '../requested-service';
import { authorizationTransitions } from '../transitions';
import type { CreatingUseCase } from '../use-case';
import { AuthorizationCommand } from './authorization-command';

/** A request to the payer is put together for a referral. */
export class OpenAuthorization extends AuthorizationCommand {
  @IsId() readonly referralId!: string;
  /** The referral as it was looked up, `null` when there is none; never part of a body. */
  readonly referral!: { readonly patientId: string } | null;
  @IsId() readonly coverageId!: string;
  @IsListOf(() => RequestedServiceValue, 50, 1) readonly services!: readonly RequestedService[];
  @IsIn(levels) readonly level!: Level;
  @IsValue(() => PartyRefValue) readonly requestingProvider!: PartyRef;
  @IsValue(() => PartyRefValue) readonly servicingProvider!: PartyRef;
  @IsInt() @Min(1) @Max(1_000_000) readonly planProfileVersion!: number;
}

const asked = (services: readonly RequestedService[]): string =>
  JSON.stringify(services.map(({ code, units, from, to }) => [code.system, code.code, units, from, to]));

const tellsTheSame = (command: OpenAuthorization, { referralId, request }: OpenedAuthorization): boolean =>
  command.referralId === referralId &&
  command.coverageId === request.coverageId &&
  command.level === request.level &&
  asked(command.services) === asked(request.services);

/** A01. */
export const openAuthorization = (
  command: OpenAuthorization,
  authorization: Authorization,
): readonly AuthorizationEvent[] => {
  if (authorization.stage !== 'none' && tellsTheSame(command, authorization)) return [];
  authorizationTransitions.require(authorization.stage, 'OpenAuthorization');
  if (!command.referral) throw refusal('REFERRAL_NOT_FOUND', 'There is no such referral.');
  return [
    happened('AuthorizationOpened', command, {
      ...pick(command, 'authorizationId', 'referralId', 'coverageId', 'services', 'level', 'requestingProvider'),
      ...pick(command, 'servicingProvider', 'planProfileVersion'),
      patientId: command.referral.patientId,
    }),
  ];
};

/** The beginning of a request. */
export const openAuthorizationUseCase: CreatingUseCase<OpenAuthorization> = {
  name: 'OpenAuthorization',
  command: OpenAuthorization,
  summary: 'Begins a request to the payer for services of a referral.',
  roles: ['auth_specialist', 'system'],
  creates: true,
  generatedIds: [],
  decide: openAuthorization,
};
