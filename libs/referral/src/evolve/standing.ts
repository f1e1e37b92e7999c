import type { NoteAdded, ReferralClosed, ReferralReopened } from '../events/closure';
import type { ReferralDeclined } from '../events/triage';
import type { Facets } from '../facets';
import type { RegisteredReferral } from '../referral';
import type { ReopenableStage } from '../stages';
import { endWork } from './end-work';
import { moveTo, withFacets } from './move';

/** Work begins anew in a stage: what belongs to later stages is no longer in force; the visits stay on the record. */
const forgetAfter = (stage: ReopenableStage, facets: Facets): Partial<Facets> => {
  switch (stage) {
    case 'received':
      return { triage: null, acceptance: null, redirection: null, advised: null, report: null };
    case 'accepted':
    case 'visit_completed':
      return { report: null };
    case 'report_received':
      return { report: facets.report && { ...facets.report, acknowledged: null } };
  }
};

/** Outreach begins anew; its attempts stay on the record with their cycle. */
const anew = ({ outreach }: Facets): Partial<Facets> => ({
  outreach: { attempts: outreach.attempts, reachedAt: null, exhausted: null },
});

const reopened = (referral: RegisteredReferral, { data, occurredAt }: ReferralReopened): RegisteredReferral => ({
  ...moveTo(
    withFacets(referral, { ...forgetAfter(data.toStage, referral.facets), ...anew(referral.facets) }),
    { stage: data.toStage },
    occurredAt,
  ),
  cycle: data.cycle,
});

/** The end of a referral, its new beginning, and notes, which change nothing else. */
export const evolveStanding = (
  referral: RegisteredReferral,
  event: ReferralDeclined | ReferralClosed | ReferralReopened | NoteAdded,
): RegisteredReferral => {
  switch (event.type) {
    case 'ReferralDeclined': {
      const { reason, by } = event.data;
      const standing = { stage: 'declined', reasonCode: reason.code, by } as const;
      return moveTo(endWork(referral, event.occurredAt), standing, event.occurredAt);
    }
    case 'ReferralClosed': {
      const { closureOutcome } = event.data;
      return moveTo(endWork(referral, event.occurredAt), { stage: 'closed', closureOutcome }, event.occurredAt);
    }
    case 'ReferralReopened':
      return reopened(referral, event);
    case 'NoteAdded': {
      const { noteId, visibility } = event.data;
      return withFacets(referral, { notes: [...referral.facets.notes, { noteId, visibility }] });
    }
  }
};
