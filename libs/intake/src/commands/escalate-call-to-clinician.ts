import { IsBoolean } from 'class-validator';
import { IsId, IsValue, MayBeAbsent, pick, type Reason, ReasonValue, requireListedReason } from '@referral/values';
import type { IntakeEvent } from '../events/intake-event';
import { happened } from '../happened';
import type { ReceivedItem } from '../intake-item';
import { escalationReasons } from '../reasons';
import { intakeTransitions } from '../transitions';
import type { UseCase } from '../use-case';
import { IntakeCommand } from './intake-command';

/** Whoever took the call asks a clinician to take over. */
export class EscalateCallToClinician extends IntakeCommand {
  @IsId() readonly clinicianId!: string;
  @MayBeAbsent() @IsValue(() => ReasonValue) readonly reason?: Reason;
  @IsBoolean() readonly warmTransfer!: boolean;
}

const requireCall = ({ stage, arrival }: ReceivedItem): void =>
  intakeTransitions.require(stage, 'EscalateCallToClinician', arrival.kind);

/** N03. */
export const escalateCallToClinician = (
  command: EscalateCallToClinician,
  item: ReceivedItem,
): readonly IntakeEvent[] => {
  const { clinicianId, warmTransfer } = command;
  if (item.escalations.some((known) => known.clinicianId === clinicianId && known.warmTransfer === warmTransfer))
    return [];
  requireCall(item);
  const reason = requireListedReason(escalationReasons, command.reason);
  return [happened('CallEscalatedToClinician', command, { ...pick(command, 'clinicianId', 'warmTransfer'), reason })];
};

/** The call for a clinician. */
export const escalateCallToClinicianUseCase: UseCase<EscalateCallToClinician> = {
  name: 'EscalateCallToClinician',
  command: EscalateCallToClinician,
  summary: 'Asks a clinician to take over a call, with a reason.',
  roles: ['intake', 'coordinator'],
  creates: false,
  generatedIds: [],
  decide: escalateCallToClinician,
  possible: requireCall,
};
