import { IsIn } from 'class-validator';
import { IsId, IsListOf, MayBeAbsent, pick } from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import type { DestinationCopy } from '../facets/coverage';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { destinationStatuses, type DestinationStatus } from '../values/coverage-vocabulary';
import { type NetworkStanding, NetworkStandingValue } from '../values/network-standing';
import { ReferralCommand } from './referral-command';

/** A destination stands otherwise now; the directory says so. */
export class ReflectDestinationStatus extends ReferralCommand {
  @IsId() readonly destinationId!: string;
  @IsIn(destinationStatuses) readonly status!: DestinationStatus;
  /** Absent: nothing is known about networks but what payers answer. */
  @MayBeAbsent() @IsListOf(() => NetworkStandingValue, 50) readonly networks?: readonly NetworkStanding[];
}

const text = (networks: readonly NetworkStanding[]): string =>
  networks.map(({ coverageId, network }) => `${coverageId} ${network}`).join();

const isSame = (command: ReflectDestinationStatus, known: DestinationCopy): boolean =>
  command.status === known.status && text(command.networks ?? []) === text(known.networks);

/** T53. */
export const reflectDestinationStatus = (
  command: ReflectDestinationStatus,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const known = referral.facets.destinations.find(({ destinationId }) => destinationId === command.destinationId);
  if (known && isSame(command, known)) return [];
  requireTransition(referral, 'ReflectDestinationStatus');
  return [happened('DestinationStatusReflected', command, pick(command, 'destinationId', 'status', 'networks'))];
};

/** Copying how a destination stands. */
export const reflectDestinationStatusUseCase: UseCase<ReflectDestinationStatus> = {
  name: 'ReflectDestinationStatus',
  command: ReflectDestinationStatus,
  summary: 'Copies whether a destination takes patients, and for which coverages it is in the network.',
  roles: ['system'],
  creates: false,
  generatedIds: [],
  decide: reflectDestinationStatus,
};
