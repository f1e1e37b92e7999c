import { complaintAggregate, type ComplaintEvent, type ComplaintState, severities } from '@referral/complaint';
import type { Projection } from '@referral/eventsourcing';
import { addAllowedTime, policyInForce, publishedPolicies, type PublishedPolicies } from '@referral/sla-policy';
import { knownInstance } from '../shared/known-instance';
import { utc } from '../shared/utc';

/** A complaint. Instants are UTC. */
export interface ComplaintItem {
  readonly complaintId: string;
  readonly rev: number;
  readonly open: boolean;
  readonly status: Exclude<ComplaintState['stage'], 'none'>;
  readonly severity: string;
  /** 0 for the least grave. */
  readonly severityRank: number;
  readonly about: string;
  readonly referralIds: readonly string[];
  readonly receivedAt: string;
  /** Since when it waits for a resolution: its receipt, or when it was taken up again. */
  readonly openSince: string;
  /** When it is to be acknowledged, and after that when it is to be resolved. */
  readonly dueAt: string;
  /** What the complaint allows next is asked of this. */
  readonly state: ComplaintState;
}

/** One document per complaint. */
export const complaints: Projection<ComplaintEvent, ComplaintItem, object, PublishedPolicies> = {
  name: 'complaints',
  version: 2,
  categories: [complaintAggregate.category, ...publishedPolicies.categories],
  knows: publishedPolicies,
  documentId: knownInstance(complaintAggregate),
  begins: ({ revision }) => revision === 0n,
  evolve: (document, event, published) => {
    const { decider } = complaintAggregate;
    const state = decider.evolve(document?.state ?? decider.initialState, event);
    if (state.stage === 'none') return null;
    const { complaintId, stage, severity, about, referralIds } = state;
    const receivedAt = utc(state.receivedAt);
    const openSince = event.type === 'ComplaintReopened' ? utc(event.occurredAt) : (document?.openSince ?? receivedAt);
    const { calendar } = policyInForce(published, openSince);
    return {
      complaintId,
      rev: Number(event.revision),
      open: stage !== 'resolved',
      status: stage,
      severity,
      severityRank: severities.indexOf(severity),
      about,
      referralIds,
      receivedAt,
      openSince,
      dueAt: utc(addAllowedTime(openSince, stage === 'received' ? toAcknowledge : toResolve, calendar)),
      state,
    };
  },
  indexes: [{ open: 1 }],
};

/** The project's defaults (domain.md 3.15); a payer's grievance rules may differ. */
const toAcknowledge = { amount: 2, unit: 'business_days' } as const;
const toResolve = { amount: 30, unit: 'calendar_days' } as const;
