import { sameParty } from '@referral/values';
import type { Dispute } from '../coordination-facets';
import type {
  DisputeConferenceScheduled,
  DisputePositionRecorded,
  NecessityDisputeRaised,
  NecessityDisputeResolved,
} from '../events/dispute';
import type { RegisteredReferral } from '../referral';
import type { DisputeOutcome } from '../values/dispute';
import { withFacets } from './move';

type DisputeEvent =
  NecessityDisputeRaised | DisputePositionRecorded | DisputeConferenceScheduled | NecessityDisputeResolved;

const statusOf: Readonly<Record<DisputeOutcome, Dispute['status']>> = {
  proceed: 'resolved_upheld',
  proceed_modified: 'resolved_modified',
  second_opinion: 'resolved_modified',
  withdraw: 'resolved_withdrawn',
};

const raised = ({ data, occurredAt }: NecessityDisputeRaised): Dispute => ({
  disputeId: data.disputeId,
  status: 'open',
  against: data.against,
  raisedBy: data.raisedBy,
  openedAt: occurredAt,
  positions: [],
  recordedBy: [data.recordedBy],
  conference: null,
  outcome: null,
});

const after = (dispute: Dispute, event: Exclude<DisputeEvent, NecessityDisputeRaised>): Dispute => {
  switch (event.type) {
    case 'DisputePositionRecorded': {
      const { party, position, recordedBy } = event.data;
      const others = dispute.positions.filter((known) => !sameParty(known.party, party));
      return {
        ...dispute,
        positions: [...others, { party, position }],
        recordedBy: [...new Set([...dispute.recordedBy, recordedBy])],
      };
    }
    case 'DisputeConferenceScheduled': {
      const { at, participants } = event.data;
      return { ...dispute, conference: { at, participants } };
    }
    case 'NecessityDisputeResolved': {
      const { outcome } = event.data;
      return { ...dispute, status: statusOf[outcome], outcome };
    }
  }
};

/** A doubt about the referral, and how it ends. */
export const evolveDispute = (referral: RegisteredReferral, event: DisputeEvent): RegisteredReferral => {
  if (event.type === 'NecessityDisputeRaised') return withFacets(referral, { dispute: raised(event) });
  const { dispute } = referral.facets;
  return dispute?.disputeId === event.data.disputeId
    ? withFacets(referral, { dispute: after(dispute, event) })
    : referral;
};
