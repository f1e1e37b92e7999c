import type {
  ConsultNoteRejected,
  FollowUpCompleted,
  FollowUpPlanned,
  ReportRequested,
  ServiceConfirmed,
} from '../events/follow-up';
import type { RegisteredReferral } from '../referral';
import { moveTo, withFacets } from './move';

type FollowUpEvent = ReportRequested | ConsultNoteRejected | ServiceConfirmed | FollowUpPlanned | FollowUpCompleted;

/** A note that does not belong here is none; without its report the referral waits for one again. */
const rejected = (referral: RegisteredReferral, { data, occurredAt }: ConsultNoteRejected): RegisteredReferral => {
  const { facets } = referral;
  const without = withFacets(referral, { rejectedNotes: [...facets.rejectedNotes, data.documentId] });
  if (facets.report?.documentId !== data.documentId) return without;
  const unreported = withFacets(without, { report: null });
  return referral.stage === 'report_received'
    ? moveTo(unreported, { stage: 'visit_completed' }, occurredAt)
    : unreported;
};

/** The chase for the report, and what remains to be done. */
export const evolveFollowUp = (referral: RegisteredReferral, event: FollowUpEvent): RegisteredReferral => {
  const { facets } = referral;
  switch (event.type) {
    case 'ReportRequested': {
      const { to, channel, dueAt } = event.data;
      const request = { to, channel, dueAt, cycle: referral.cycle };
      return withFacets(referral, { reportRequests: [...facets.reportRequests, request] });
    }
    case 'ConsultNoteRejected':
      return rejected(referral, event);
    case 'ServiceConfirmed':
      return withFacets(referral, { confirmedServices: [...facets.confirmedServices, event.data.what] });
    case 'FollowUpPlanned': {
      const { followUpId, what, dueAt, ownerId } = event.data;
      const followUp = { followUpId, what, dueAt, ownerId, completedAt: null };
      return withFacets(referral, { followUps: [...facets.followUps, followUp] });
    }
    case 'FollowUpCompleted':
      return withFacets(referral, {
        followUps: facets.followUps.map((followUp) =>
          followUp.followUpId === event.data.followUpId ? { ...followUp, completedAt: event.occurredAt } : followUp,
        ),
      });
  }
};
