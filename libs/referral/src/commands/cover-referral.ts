import { instant, IsId, IsInstant, IsValue, MayBeAbsent, pick } from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { AbsenceValue } from '../values/assignment';
import { ReferralCommand } from './referral-command';

/** Someone stands in for the coordinator, because of an absence or a surge that is on record elsewhere. */
export class CoverReferral extends ReferralCommand {
  @IsId() readonly coveringId!: string;
  @IsId() readonly coveredId!: string;
  @IsInstant() readonly until!: string;
  @MayBeAbsent() @IsValue(() => AbsenceValue) readonly absence?: AbsenceValue;
  @MayBeAbsent() @IsId() readonly surgeDeclarationId?: string;
}

/** I40: the cover falls inside the absence, or a surge was declared. */
const requireBasis = ({ absence, surgeDeclarationId, occurredAt, until }: CoverReferral): void => {
  if (surgeDeclarationId !== undefined) return;
  const inside = absence && instant(absence.from) <= instant(occurredAt) && instant(until) <= instant(absence.to);
  if (!inside) throw refusal('NO_COVERAGE_BASIS');
};

const requireSomeCoordinator = ({ facets }: RegisteredReferral): void => {
  if (facets.assignment.coordinatorId === null)
    throw refusal('NO_COVERAGE_BASIS', 'Nobody has this referral whom one could stand in for.');
};

/** T39. */
export const coverReferral = (command: CoverReferral, referral: RegisteredReferral): readonly ReferralEvent[] => {
  const { cover, assignment } = referral.facets;
  if (cover?.coveringId === command.coveringId && cover.until === command.until) return [];
  requireTransition(referral, 'CoverReferral');
  if (assignment.coordinatorId !== command.coveredId)
    throw refusal('NO_COVERAGE_BASIS', 'One stands in for the coordinator who has the referral.');
  requireBasis(command);
  return [
    happened('ReferralCoverageStarted', command, {
      ...pick(command, 'coveringId', 'coveredId', 'surgeDeclarationId', 'until'),
      ...(command.absence ? { absenceId: command.absence.absenceId } : {}),
    }),
  ];
};

/** Standing in. */
export const coverReferralUseCase: UseCase<CoverReferral> = {
  name: 'CoverReferral',
  command: CoverReferral,
  summary: 'Lets someone stand in for the coordinator during an absence or a surge.',
  roles: ['lead', 'system'],
  creates: false,
  generatedIds: [],
  decide: coverReferral,
  possible: requireSomeCoordinator,
};
