import { pick } from '@referral/values';
import { AcknowledgeEscalation } from '../../commands/acknowledge-escalation';
import { AssignReferral } from '../../commands/assign-referral';
import { ClaimReferral } from '../../commands/claim-referral';
import { ClearReminder } from '../../commands/clear-reminder';
import { CompleteFollowUp } from '../../commands/complete-follow-up';
import { ConfirmCancellation } from '../../commands/confirm-cancellation';
import { CoverReferral } from '../../commands/cover-referral';
import { EndCover } from '../../commands/end-cover';
import { EscalateReferral } from '../../commands/escalate-referral';
import { ExpireReferral } from '../../commands/expire-referral';
import { ExtendValidity } from '../../commands/extend-validity';
import { FireReminder } from '../../commands/fire-reminder';
import { PlaceHold } from '../../commands/place-hold';
import { PlanFollowUp } from '../../commands/plan-follow-up';
import { RaiseNecessityDispute } from '../../commands/raise-necessity-dispute';
import { RecordDelay } from '../../commands/record-delay';
import { RecordDisputePosition } from '../../commands/record-dispute-position';
import { RecordServiceConfirmation } from '../../commands/record-service-confirmation';
import { RecordSlaOutcome } from '../../commands/record-sla-outcome';
import { ReflectPatientDeath } from '../../commands/reflect-patient-death';
import { RefuseCancellation } from '../../commands/refuse-cancellation';
import { RejectConsultNote } from '../../commands/reject-consult-note';
import { ReleaseHold } from '../../commands/release-hold';
import { ReleaseReferral } from '../../commands/release-referral';
import { RequestCancellation } from '../../commands/request-cancellation';
import { RequestReport } from '../../commands/request-report';
import { ResolveNecessityDispute } from '../../commands/resolve-necessity-dispute';
import { ScheduleDisputeConference } from '../../commands/schedule-dispute-conference';
import { SetReminder } from '../../commands/set-reminder';
import { WithdrawCancellationRequest } from '../../commands/withdraw-cancellation-request';
import { order } from '../order';
import { actor } from '../parties';
import * as facts from './desk-facts';

const at = ({ occurredAt }: { readonly occurredAt: string }): string => occurredAt;

export const requestReport = order(RequestReport, at(facts.reportRequested), {
  ...pick(facts.reportRequested.data, 'to', 'channel', 'dueAt'),
});
export const rejectNote = order(RejectConsultNote, at(facts.noteRejected), facts.noteRejected.data);
export const confirmService = order(RecordServiceConfirmation, at(facts.serviceConfirmed), facts.serviceConfirmed.data);
export const planFollowUp = order(PlanFollowUp, at(facts.followUpPlanned), {
  ...facts.followUpPlanned.data,
  ownerId: 'coordinator-1',
});
export const completeFollowUp = order(CompleteFollowUp, at(facts.followUpCompleted), facts.followUpCompleted.data);
export const requestCancellation = order(RequestCancellation, at(facts.cancellationRequested), {
  ...pick(facts.cancellationRequested.data, 'by', 'reason'),
});
export const confirmCancellation = order(ConfirmCancellation, at(facts.referralCancelled), { confirmedBy: 'clinic-1' });
export const refuseCancellation = order(
  RefuseCancellation,
  at(facts.cancellationRefused),
  facts.cancellationRefused.data,
);
export const withdrawCancellation = order(
  WithdrawCancellationRequest,
  at(facts.cancellationWithdrawn),
  facts.cancellationWithdrawn.data,
);
export const placeHold = order(PlaceHold, at(facts.held), {
  ...pick(facts.held.data, 'holdId', 'reason', 'pausesClocks', 'expectedUntil', 'evidence'),
});
export const releaseHold = order(ReleaseHold, at(facts.holdReleased), facts.holdReleased.data);
export const extendValidity = order(ExtendValidity, at(facts.extended), {
  validity: facts.extended.data.new,
  reason: facts.extended.data.reason,
});
export const expire = order(ExpireReferral, at(facts.expired), pick(facts.expired.data, 'validUntil'));
export const assign = order(AssignReferral, at(facts.assigned), facts.assigned.data);
export const claim = order(ClaimReferral, at(facts.claimed), facts.claimed.data);
export const releaseReferral = order(ReleaseReferral, at(facts.released), pick(facts.released.data, 'reason'));
export const cover = order(CoverReferral, at(facts.covered), {
  ...pick(facts.covered.data, 'coveringId', 'coveredId', 'until'),
  absence: { absenceId: 'absence-1', from: '2026-03-03T08:00:00-05:00', to: '2026-03-06T17:00:00-05:00' },
});
export const endCover = order(EndCover, at(facts.coverEnded), { coveringId: 'coordinator-2' });
export const escalate = order(EscalateReferral, at(facts.escalated), facts.escalated.data);
export const acknowledgeEscalation = order(
  AcknowledgeEscalation,
  at(facts.escalationAcknowledged),
  facts.escalationAcknowledged.data,
);
export const recordDelay = order(RecordDelay, at(facts.delayed), facts.delayed.data);
export const breach = order(RecordSlaOutcome, at(facts.breached), { ...facts.breached.data, outcome: 'breached' });
export const setReminder = order(SetReminder, at(facts.reminded), facts.reminded.data);
export const fireReminder = order(FireReminder, at(facts.reminderFired), facts.reminderFired.data);
export const clearReminder = order(ClearReminder, at(facts.reminderCleared), facts.reminderCleared.data);
export const reflectDeath = order(ReflectPatientDeath, at(facts.died), facts.died.data);
export const raiseDispute = order(
  RaiseNecessityDispute,
  at(facts.disputed),
  { ...pick(facts.disputed.data, 'disputeId', 'raisedBy', 'against'), grounds: 'The work-up was done last year.' },
  actor('reviewer-1', 'clinical_reviewer'),
);
export const takePosition = order(
  RecordDisputePosition,
  at(facts.positionTaken),
  {
    ...pick(facts.positionTaken.data, 'disputeId', 'party', 'position', 'evidenceDocumentIds'),
    rationale: 'Symptoms are new.',
  },
  actor('referrer-1', 'referring_party'),
);
export const scheduleConference = order(ScheduleDisputeConference, at(facts.conference), facts.conference.data);
export const resolveDispute = order(ResolveNecessityDispute, at(facts.disputeResolved), {
  ...pick(facts.disputeResolved.data, 'disputeId', 'outcome', 'agreedBy'),
  summary: 'New symptoms warrant the visit.',
});
