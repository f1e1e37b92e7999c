import { openStages, type Stage } from './stages';
import { contentRows } from './transitions/content';
import { coverageRows } from './transitions/coverage';
import { documentsRows } from './transitions/documents';
import { redirectionRows } from './transitions/redirection';
import { requirementsRows } from './transitions/requirements';
import { coordinationCommands, coordinationRows } from './transitions/coordination';
import { afterVisit, allButError, missedOrCancelled, row, type Transition } from './transitions/transition';

/** The commands of a referral, in the order of its life. */
export const commandNames = [
  'ReceiveReferral',
  'DraftReferral',
  'SubmitReferral',
  'RecordIntakeAssessment',
  'LinkReferral',
  'AmendReferral',
  'CorrectReferralData',
  'RequestMissingInformation',
  'RecordInformationReceived',
  'VerifyRequirementItem',
  'RejectRequirementItem',
  'WaiveRequirementItem',
  'ReturnReferralIncomplete',
  'ConfirmComplete',
  'StartTriage',
  'SetUrgency',
  'AcceptReferral',
  'DeclineReferral',
  'RedirectReferral',
  'ReturnWithAdvice',
  'RequestEligibilityCheck',
  'VerifyEligibility',
  'RecordCoverageChange',
  'DetermineAuthorizationNeed',
  'ReflectAuthorizationStatus',
  'RecordServiceNotCovered',
  'OfferCoverageAlternatives',
  'RecordPatientCoverageDecision',
  'ReflectDestinationStatus',
  'AttachDocument',
  'RecordDocumentScan',
  'WithdrawDocument',
  'ReflectConsentStatus',
  'ComposePackage',
  'TransmitPackage',
  'RecordTransmissionOutcome',
  'RecordDeliveryConfirmation',
  'RecordReceiptAcknowledged',
  'ScheduleAppointment',
  'RescheduleAppointment',
  'CancelAppointment',
  'RecordAttendance',
  'RecordNoShow',
  'RecordConsultNote',
  'ForwardReportToReferrer',
  'AcknowledgeReport',
  'CloseReferral',
  'ReopenReferral',
  'MarkEnteredInError',
  'AddNote',
  ...coordinationCommands,
] as const;
export type CommandName = (typeof commandNames)[number];

export type { Transition } from './transitions/transition';

const another = 'another appointment is still active';

/** The legal stage transitions. Guard, `allowedActions` and documentation are derived from this table and from nothing else. */
export const transitions: readonly Transition[] = [
  row('T03', ['none'], 'ReceiveReferral', ['received'], 'its external identifiers are not used'),
  row('T04', ['received'], 'RequestMissingInformation', ['awaiting_information'], 'at least one item', 'blocking'),
  row(
    'T05',
    ['awaiting_information'],
    'RecordInformationReceived',
    ['received', 'in_triage'],
    'all blocking items are in',
  ),
  row('T06', ['received'], 'StartTriage', ['in_triage'], 'it is complete, or someone answers for the gap'),
  row('T07', ['in_triage'], 'RequestMissingInformation', ['awaiting_information'], 'at least one item', 'blocking'),
  row('T08', ['in_triage'], 'AcceptReferral', ['accepted'], 'urgency is assigned'),
  row('T09', ['in_triage', 'received'], 'DeclineReferral', ['declined'], 'a reason'),
  row('T13', ['accepted'], 'ScheduleAppointment', ['scheduled'], 'it is ready to schedule, or overrides are approved'),
  row('T14', ['scheduled'], 'RescheduleAppointment', 'unchanged', 'the gates are open for the new date'),
  row('T15', ['scheduled'], 'CancelAppointment', ['visit_cancelled'], 'it was the last active appointment', 'last'),
  row('T16', ['scheduled'], 'RecordNoShow', ['visit_missed'], 'the last active appointment has started', 'last'),
  row('T17', ['scheduled'], 'RecordAttendance', ['visit_completed'], 'the appointment has started'),
  row('T18', missedOrCancelled, 'ScheduleAppointment', ['scheduled'], 'the missed-visit policy is not exceeded'),
  row('T19', missedOrCancelled, 'DeclineReferral', ['declined'], 'a reason and a next step'),
  row('T19', missedOrCancelled, 'CloseReferral', ['closed'], 'a reason', 'other'),
  row('T20', ['visit_completed'], 'ScheduleAppointment', ['scheduled'], 'visits remain'),
  row('T21', ['visit_completed'], 'RecordConsultNote', 'unchanged', 'none', 'interim'),
  row(
    'T22',
    ['visit_completed', 'scheduled', 'accepted', ...missedOrCancelled],
    'RecordConsultNote',
    ['report_received'],
    'the note is dated after the referral; where no attendance was recorded, it is recorded with it',
    'final',
  ),
  row('T23', ['report_received'], 'CloseReferral', ['closed'], 'the report is acknowledged', 'loop_closed'),
  row(
    'T24',
    ['visit_completed'],
    'CloseReferral',
    ['closed'],
    'the report was asked for in vain, and a reason',
    'completed_report_not_obtained',
  ),
  row(
    'T25',
    ['accepted', 'visit_missed'],
    'CloseReferral',
    ['closed'],
    'outreach is exhausted and the referrer knows',
    'unable_to_contact',
  ),
  row(
    'T29',
    ['cancellation_requested'],
    'RecordConsultNote',
    ['report_received'],
    'the receiving side has completed it all the same',
    'final',
  ),
  row(
    'T30',
    ['accepted', 'scheduled', ...missedOrCancelled, 'visit_completed'],
    'DeclineReferral',
    ['declined'],
    'a reason and a next step',
  ),
  row(
    'T33',
    ['closed', 'declined', 'cancelled', 'expired'],
    'ReopenReferral',
    ['received', 'accepted', 'visit_completed', 'report_received'],
    'a lead, with a comment',
  ),
  row('T35', ['report_received'], 'RecordConsultNote', 'unchanged', 'the acknowledgement is reset', 'corrected'),
  row('T36', ['closed'], 'RecordConsultNote', 'unchanged', 'it was closed as loop_closed', 'addendum'),
  row('T36', ['closed'], 'RecordConsultNote', 'unchanged', 'it was closed as loop_closed', 'corrected'),
  row('T37', openStages, 'SetUrgency', 'unchanged', 'only a clinical reviewer lowers it'),
  row('T37', openStages, 'VerifyEligibility', 'unchanged', 'none'),
  row('T37', openStages, 'RequestMissingInformation', 'unchanged', 'at least one item', 'not_blocking'),
  row('T37', openStages, 'RecordInformationReceived', 'unchanged', 'a blocking item is still missing, or none was'),
  row('T38', ['report_received'], 'ForwardReportToReferrer', 'unchanged', 'none'),
  row('T38', ['report_received'], 'AcknowledgeReport', 'unchanged', 'none'),
  row('T39', allButError, 'AddNote', 'unchanged', 'none'),
  row('T39', ['report_received'], 'RecordConsultNote', 'unchanged', 'none', 'addendum'),
  row('T40', ['scheduled'], 'CancelAppointment', 'unchanged', another, 'not_last'),
  row('T40', ['scheduled'], 'RecordNoShow', 'unchanged', another, 'not_last'),
  row('T41', openStages, 'CloseReferral', ['closed'], 'a reason', 'other'),
  row('T42', ['scheduled'], 'ScheduleAppointment', 'unchanged', 'visits remain and the times do not overlap'),
  row('T43', afterVisit, 'RescheduleAppointment', 'unchanged', 'the appointment is still booked'),
  row(
    'T43',
    [...afterVisit, 'cancellation_requested'],
    'CancelAppointment',
    'unchanged',
    'the appointment is still booked',
  ),
  row(
    'T43',
    [...afterVisit, 'cancellation_requested'],
    'RecordAttendance',
    'unchanged',
    'the appointment is still booked',
  ),
  row('T43', [...afterVisit, 'cancellation_requested'], 'RecordNoShow', 'unchanged', 'the appointment is still booked'),
  row('T44', ['awaiting_information'], 'RequestMissingInformation', 'unchanged', 'asked once more', 'blocking'),
  ...contentRows,
  ...requirementsRows,
  ...redirectionRows,
  ...coverageRows,
  ...documentsRows,
  ...coordinationRows,
];

/** The rows that let a command through from a stage, in one of its cases when that is given. */
export const rowsFor = (stage: Stage | 'none', command: CommandName, when?: string): readonly Transition[] =>
  transitions.filter(
    (transition) =>
      transition.command === command &&
      transition.from.includes(stage) &&
      (when === undefined || transition.when === undefined || transition.when === when),
  );

/** The commands that some row lets through from a stage, in the order of the life of a referral. */
export const commandsFrom = (stage: Stage | 'none'): readonly CommandName[] =>
  commandNames.filter((command) => rowsFor(stage, command).length > 0);
