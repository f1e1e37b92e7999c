import { describe, expect, it } from '@jest/globals';
import { roles } from '@referral/values';
import { allowedActions, type Offer, offerOf, openTo, whyNot } from './allowed-actions';
import { useCases } from './commands/all';
import type { ReferralEvent } from './events/referral-event';
import { initialState } from './referral';
import { openStages } from './stages';
import {
  acknowledgedReport,
  actor,
  auditor,
  but,
  complete,
  coordinator,
  documentFacts,
  eligible,
  everyone,
  histories,
  lead,
  received,
  receivedIncomplete,
  referralAfter,
  reviewer,
  scheduled,
  triageStarted,
  urgencyAssigned as urgent,
  type ReachedStage,
} from './testing';
import { commandNames, commandsFrom, type CommandName } from './transitions';

const inStage = (stage: ReachedStage) => referralAfter(...histories[stage]);

/** Commands that go on with something that was placed, planned, raised or set before. */
const goesOn: readonly CommandName[] = [
  'ConnectResource',
  'ResolveBarrier',
  'RecordOfferResponse',
  'RejectConsultNote',
  'CompleteFollowUp',
  'ReleaseHold',
  'CoverReferral',
  'AcknowledgeEscalation',
  'FireReminder',
  'ClearReminder',
  'RecordDisputePosition',
  'ScheduleDisputeConference',
  'ResolveNecessityDispute',
];

describe('what someone can do now', () => {
  it('begins with receiving or with a draft', () => {
    expect(allowedActions(initialState, everyone)).toEqual(['ReceiveReferral', 'DraftReferral']);
    expect(whyNot(initialState, everyone, 'AddNote')?.code).toBe('REFERRAL_NOT_FOUND');
  });

  it('is what the role permits', () => {
    expect(allowedActions(inStage('in_triage'), reviewer)).toEqual([
      'RequestMissingInformation',
      'VerifyRequirementItem',
      'RejectRequirementItem',
      'WaiveRequirementItem',
      'SetUrgency',
      'AcceptReferral',
      'DeclineReferral',
      'RedirectReferral',
      'ReturnWithAdvice',
      'AddNote',
      'PlaceHold',
      'RaiseNecessityDispute',
    ]);
    expect(allowedActions(inStage('closed'), lead)).toEqual([
      'CorrectReferralData',
      'AttachDocument',
      'ReopenReferral',
      'MarkEnteredInError',
      'AddNote',
      'RecordStatusUpdateGiven',
    ]);
    expect(allowedActions(inStage('closed'), coordinator)).toEqual([
      'CorrectReferralData',
      'AttachDocument',
      'AddNote',
      'RecordStatusUpdateGiven',
    ]);
  });

  it('is nothing for those who only read', () => {
    for (const stage of Object.keys(histories) as ReachedStage[])
      expect(allowedActions(inStage(stage), auditor)).toEqual([]);
    expect(whyNot(inStage('accepted'), auditor, 'AddNote')?.code).toBe('READ_ONLY_ROLE');
  });

  it('is what nothing is said against, whoever asks, also when the offer was kept', () => {
    const partner = (orgId: string) => ({ ...actor('clerk-1', 'referring_party', 'receiving_party'), orgId });
    const underProtocol = referralAfter(received, complete, but(triageStarted, { protocolId: 'protocol-1' }), urgent);
    const referrals = [initialState, underProtocol, ...(Object.keys(histories) as ReachedStage[]).map(inStage)];
    const askers = [
      everyone,
      coordinator,
      reviewer,
      lead,
      auditor,
      partner('office-1'),
      partner('clinic-1'),
      partner('x'),
    ];
    for (const referral of referrals)
      for (const asker of askers) {
        const open = commandNames.filter((command) => whyNot(referral, asker, command) === null);
        expect(allowedActions(referral, asker)).toEqual(open);
        expect(openTo(asker, JSON.parse(JSON.stringify(offerOf(referral))) as Offer)).toEqual(open);
      }
    expect(allowedActions(underProtocol, coordinator)).toContain('AcceptReferral');
    expect(allowedActions(inStage('in_triage'), coordinator)).not.toContain('AcceptReferral');
  });

  it('is never more than the table lets through', () => {
    for (const stage of Object.keys(histories) as ReachedStage[])
      expect(commandsFrom(stage)).toEqual(expect.arrayContaining([...allowedActions(inStage(stage), everyone)]));
  });

  it('is all of the table when the facets are in order, but for what needs something that is not on the record', () => {
    const { sent, transmissionRequested: another } = documentFacts;
    const pending = but(another, { transmissionId: 'transmission-10' });
    for (const stage of ['received', 'accepted', 'scheduled'] as const)
      expect(allowedActions(referralAfter(...histories[stage], ...sent, pending), everyone)).toEqual(
        commandsFrom(stage).filter((name) => !goesOn.includes(name)),
      );
  });

  it('sends nothing before there is something to send', () => {
    const { attached, packed, asked } = documentFacts;
    const after = (...facts: readonly ReferralEvent[]) => referralAfter(...histories.accepted, ...facts);
    expect(whyNot(after(), everyone, 'RecordDocumentScan')?.code).toBe('DOCUMENT_NOT_FOUND');
    expect(whyNot(after(attached), everyone, 'ComposePackage')?.code).toBe('DOCUMENT_NOT_CLEAN');
    expect(whyNot(after(attached), everyone, 'TransmitPackage')?.code).toBe('PACKAGE_NOT_FOUND');
    expect(whyNot(after(...packed), everyone, 'RecordTransmissionOutcome')?.code).toBe('TRANSMISSION_NOT_FOUND');
    expect(whyNot(after(...asked), everyone, 'RecordDeliveryConfirmation')?.code).toBe('TRANSMISSION_NOT_FOUND');
  });

  it('does not start triage while items are missing', () => {
    expect(whyNot(referralAfter(receivedIncomplete), everyone, 'StartTriage')).toEqual({
      code: 'INCOMPLETE_REFERRAL',
      sentence: 'Items are missing; triage needs them, or an approved override.',
    });
  });

  it('does not accept before an urgency is set, or without the protocol that a coordinator needs', () => {
    expect(whyNot(referralAfter(received, complete, triageStarted), everyone, 'AcceptReferral')?.code).toBe(
      'URGENCY_REQUIRED',
    );
    expect(whyNot(inStage('in_triage'), coordinator, 'AcceptReferral')?.code).toBe('ROLE_NOT_PERMITTED');
  });

  it('does not book while a gate is closed', () => {
    const unverified = referralAfter(...histories.accepted.filter((event) => event.type !== 'EligibilityVerified'));
    expect(whyNot(unverified, everyone, 'ScheduleAppointment')?.code).toBe('ELIGIBILITY_STALE');
    const uncovered = referralAfter(...histories.accepted, but(eligible, { serviceCovered: false }));
    expect(whyNot(uncovered, everyone, 'ScheduleAppointment')?.code).toBe('COVERAGE_DECISION_REQUIRED');
    expect(allowedActions(uncovered, everyone)).not.toContain('ScheduleAppointment');
  });

  it('does not change visits after the last one has its outcome', () => {
    expect(allowedActions(inStage('visit_completed'), everyone)).not.toContain('CancelAppointment');
    expect(whyNot(inStage('visit_completed'), everyone, 'CancelAppointment')?.code).toBe('APPOINTMENT_NOT_FOUND');
    const another = referralAfter(...histories.scheduled, but(scheduled, { appointmentId: 'appointment-2' }), {
      ...histories.visit_completed.slice(-1)[0],
    } as never);
    expect(allowedActions(another, everyone)).toContain('CancelAppointment');
  });

  it('acknowledges a report once', () => {
    expect(whyNot(referralAfter(...acknowledgedReport), everyone, 'AcknowledgeReport')?.code).toBe(
      'CONTRADICTS_RECORD',
    );
    expect(whyNot(inStage('report_received'), everyone, 'AcknowledgeReport')).toBeNull();
  });

  it('adds to a closed loop, not to a referral that was closed otherwise', () => {
    expect(whyNot(inStage('closed'), everyone, 'RecordConsultNote')).toBeNull();
    const gaveUp = referralAfter(...histories.closed.slice(0, -1), {
      ...histories.closed.slice(-1)[0],
      data: { closureOutcome: 'patient_deceased' },
    } as never);
    expect(whyNot(gaveUp, everyone, 'RecordConsultNote')?.code).toBe('REFERRAL_TERMINAL');
  });

  it('is for the side that the organisation owns', () => {
    const foreign = { ...actor('clerk-1', 'receiving_party'), orgId: 'clinic-9' };
    expect(whyNot(inStage('accepted'), foreign, 'ScheduleAppointment')?.code).toBe('NOT_YOUR_SIDE');
  });
});

describe('the list of use cases', () => {
  it('has one for each command of the table, in the order of its life', () => {
    expect(useCases.map(({ name }) => name)).toEqual(commandNames);
    expect(useCases.map(({ command }) => command.name)).toEqual(commandNames);
  });

  it('names roles that exist, and never the one that only reads', () => {
    for (const useCase of useCases) {
      expect(roles).toEqual(expect.arrayContaining([...useCase.roles]));
      expect(useCase.roles).not.toContain('compliance');
      expect(useCase.roles.length).toBeGreaterThan(0);
    }
  });

  it('generates ids only for fields that a body may leave out', () => {
    expect(useCases.flatMap(({ name, generatedIds }) => generatedIds.map((id) => `${name}.${id}`))).toEqual([
      'RecordIntakeAssessment.assessmentId',
      'AmendReferral.amendmentId',
      'CorrectReferralData.correctionId',
      'RequestMissingInformation.requestId',
      'RequestEligibilityCheck.trace',
      'OfferCoverageAlternatives.alternativesId',
      'ComposePackage.packageId',
      'TransmitPackage.transmissionId',
      'ScheduleAppointment.appointmentId',
      'RecordConsultNote.documentId',
      'ForwardReportToReferrer.transmissionId',
      'AddNote.noteId',
      'RecordContactAttempt.attemptId',
      'IdentifyBarrier.barrierId',
      'OfferAppointment.offerId',
      'PlanFollowUp.followUpId',
      'PlaceHold.holdId',
      'SetReminder.reminderId',
      'RaiseNecessityDispute.disputeId',
    ]);
  });

  it('knows the open stages', () => {
    expect(openStages).toHaveLength(11);
  });
});
