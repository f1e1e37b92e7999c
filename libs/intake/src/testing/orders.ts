import { actor, type Fields, order } from '@referral/values/testing';
import { AttachToReferral } from '../commands/attach-to-referral';
import { ConfirmIntakeField } from '../commands/confirm-intake-field';
import { ConfirmPatientMatch } from '../commands/confirm-patient-match';
import { ConvertToReferral } from '../commands/convert-to-referral';
import { EscalateCallToClinician } from '../commands/escalate-call-to-clinician';
import { ExtractIntakeData } from '../commands/extract-intake-data';
import { FlagPossibleDuplicate } from '../commands/flag-possible-duplicate';
import type { IntakeCommand } from '../commands/intake-command';
import { MarkIntakeDuplicate } from '../commands/mark-intake-duplicate';
import { ProposePatientMatch } from '../commands/propose-patient-match';
import { ReceiveIntakeItem } from '../commands/receive-intake-item';
import { RecordPhoneIntake } from '../commands/record-phone-intake';
import { RejectIntakeItem } from '../commands/reject-intake-item';
import * as facts from './facts';

/** Someone who may do everything with an intake item. */
export const everyone = actor('user-1', 'intake', 'coordinator', 'lead', 'integration', 'system');

const { intakeId } = facts;

const ordered = <Order extends IntakeCommand>(
  Class: new () => Order,
  { occurredAt }: { readonly occurredAt: string },
  fields: Fields<Order>,
): Order => order(Class, occurredAt, everyone, { intakeId, ...fields });

const { receivedAt: _, ...message } = facts.received.data;
const { receivedAt: __, ...call } = facts.called.data;
const { confirmedBy: ___, ...confirmation } = facts.fieldConfirmed.data;

/** What was looked up of the referral that the commands name. */
export const referral = { patientId: 'patient-1', intakeId: null };

export const receive = ordered(ReceiveIntakeItem, facts.received, message as Fields<ReceiveIntakeItem>);
export const record = ordered(RecordPhoneIntake, facts.called, call as Fields<RecordPhoneIntake>);
export const escalate = ordered(EscalateCallToClinician, facts.escalated, facts.escalated.data);
export const extract = ordered(
  ExtractIntakeData,
  facts.extracted,
  facts.extracted.data as unknown as Fields<ExtractIntakeData>,
);
export const confirmField = ordered(
  ConfirmIntakeField,
  facts.fieldConfirmed,
  confirmation as Fields<ConfirmIntakeField>,
);
export const propose = ordered(ProposePatientMatch, facts.proposed, facts.proposed.data);
export const flag = ordered(FlagPossibleDuplicate, facts.flagged, facts.flagged.data);
export const match = ordered(ConfirmPatientMatch, facts.matched, facts.matched.data);
export const convert = ordered(ConvertToReferral, facts.converted, { ...facts.converted.data, referral });
export const attach = ordered(AttachToReferral, facts.attached, { ...facts.attached.data, referral });
export const reject = ordered(RejectIntakeItem, facts.rejected, facts.rejected.data);
export const markDuplicate = ordered(MarkIntakeDuplicate, facts.duplicate, facts.duplicate.data);
