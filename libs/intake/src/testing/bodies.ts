import type { IntakeCommandName } from '../transitions';
import * as facts from './facts';

const { received, called, extracted, fieldConfirmed, escalated } = facts;
const { intakeId: _, receivedAt: __, ...message } = received.data;
const { intakeId: ___, receivedAt: ____, ...call } = called.data;
const { confirmedBy: _____, ...confirmation } = fieldConfirmed.data;

/** A right body for each command, as a client sends it. */
export const bodies: Readonly<Record<IntakeCommandName, object>> = {
  ReceiveIntakeItem: message,
  RecordPhoneIntake: call,
  EscalateCallToClinician: escalated.data,
  ExtractIntakeData: extracted.data,
  ConfirmIntakeField: confirmation,
  ProposePatientMatch: facts.proposed.data,
  FlagPossibleDuplicate: facts.flagged.data,
  ConfirmPatientMatch: facts.matched.data,
  ConvertToReferral: facts.converted.data,
  AttachToReferral: facts.attached.data,
  RejectIntakeItem: facts.rejected.data,
  MarkIntakeDuplicate: facts.duplicate.data,
};
