import { transitionTable, type TransitionRow } from '@referral/eventsourcing';
import { openIntakeStages, type IntakeStage } from './stages';

/** The commands of an intake item, in the order of its life. */
export const intakeCommandNames = [
  'ReceiveIntakeItem',
  'RecordPhoneIntake',
  'EscalateCallToClinician',
  'ExtractIntakeData',
  'ConfirmIntakeField',
  'ProposePatientMatch',
  'FlagPossibleDuplicate',
  'ConfirmPatientMatch',
  'ConvertToReferral',
  'AttachToReferral',
  'RejectIntakeItem',
  'MarkIntakeDuplicate',
] as const;
export type IntakeCommandName = (typeof intakeCommandNames)[number];

type Row = TransitionRow<IntakeStage, IntakeCommandName>;

const row = (
  id: `N${number}`,
  from: Row['from'],
  command: IntakeCommandName,
  to: Row['to'],
  guard: string,
  when?: string,
): Row => ({ id, from, command, to, guard, ...(when === undefined ? {} : { when }) });

const unmatched = ['received', 'matching', 'needs_review'] as const;
const beyondReceipt = ['matching', 'needs_review', 'matched'] as const;

/** The legal steps of an intake item. Guard, `allowedActions` and documentation are derived from this table and from nothing else. */
export const intakeTransitions = transitionTable<IntakeStage, IntakeCommandName>(intakeCommandNames, [
  row('N01', ['none'], 'ReceiveIntakeItem', ['received'], 'none'),
  row('N02', ['none'], 'RecordPhoneIntake', ['received'], 'none'),
  row('N03', openIntakeStages, 'EscalateCallToClinician', 'unchanged', 'a reason', 'call'),
  row('N04', ['received'], 'ExtractIntakeData', ['matching'], 'none'),
  row('N05', beyondReceipt, 'ExtractIntakeData', 'unchanged', 'none'),
  row('N06', openIntakeStages, 'ConfirmIntakeField', 'unchanged', 'none'),
  row('N07', unmatched, 'ProposePatientMatch', ['needs_review'], 'none'),
  row('N08', unmatched, 'FlagPossibleDuplicate', ['needs_review'], 'none'),
  row('N09', ['matched'], 'FlagPossibleDuplicate', 'unchanged', 'the patient is known; it is only flagged'),
  row('N10', openIntakeStages, 'ConfirmPatientMatch', ['matched'], 'none'),
  row('N11', ['matched'], 'ConvertToReferral', ['converted'], 'the referral is about the same patient'),
  row('N12', ['matched'], 'AttachToReferral', ['attached'], 'the referral is about the same patient'),
  row('N13', openIntakeStages, 'RejectIntakeItem', ['rejected'], 'a reason'),
  row('N14', openIntakeStages, 'MarkIntakeDuplicate', ['duplicate'], 'of which item or of which referral'),
]);
