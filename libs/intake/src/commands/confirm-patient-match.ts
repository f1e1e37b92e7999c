import { requireOrder } from '@referral/eventsourcing';
import { IsIn } from 'class-validator';
import { IsId, pick } from '@referral/values';
import type { IntakeEvent } from '../events/intake-event';
import { happened } from '../happened';
import type { ReceivedItem } from '../intake-item';
import { intakeTransitions } from '../transitions';
import type { UseCase } from '../use-case';
import { matchMethods, type MatchMethod } from '../vocabulary';
import { IntakeCommand } from './intake-command';

/** A person says whom the item is about; saying so again of somebody else corrects it. */
export class ConfirmPatientMatch extends IntakeCommand {
  @IsId() readonly patientId!: string;
  @IsIn(matchMethods) readonly method!: MatchMethod;
}

/** N10. */
export const confirmPatientMatch = (command: ConfirmPatientMatch, item: ReceivedItem): readonly IntakeEvent[] => {
  const { match, stage, stageSince } = item;
  if (match?.patientId === command.patientId && match.method === command.method) return [];
  intakeTransitions.require(stage, 'ConfirmPatientMatch');
  requireOrder(command, stageSince, `it was ${stage}`);
  return [happened('PatientMatchConfirmed', command, pick(command, 'patientId', 'method'))];
};

/** The decision whom an item is about. */
export const confirmPatientMatchUseCase: UseCase<ConfirmPatientMatch> = {
  name: 'ConfirmPatientMatch',
  command: ConfirmPatientMatch,
  summary: 'Says whom the item is about, and how that is known.',
  roles: ['intake'],
  creates: false,
  generatedIds: [],
  decide: confirmPatientMatch,
};
