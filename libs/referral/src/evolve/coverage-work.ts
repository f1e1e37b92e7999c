import type { AuthorizationStatusReflected, CoverageChanged, CoverageWorkEvent } from '../events/coverage-work';
import type { AuthorizationStatus, Eligibility } from '../facets';
import type { AuthorizationCopy } from '../facets/coverage';
import type { RegisteredReferral } from '../referral';
import type { AuthorizationNeed, AuthorizationState } from '../values/coverage-vocabulary';
import { withFacets } from './move';

/** What an authorization's own state means for the referral. */
export const facetOfState: Readonly<Record<AuthorizationState, AuthorizationStatus>> = {
  draft: 'required',
  submitted: 'submitted',
  pended: 'pended',
  info_submitted: 'submitted',
  approved: 'approved',
  partially_approved: 'partially_approved',
  modified: 'modified',
  denied: 'denied',
  no_action_required: 'not_required',
  contact_payer: 'contact_payer',
  peer_to_peer: 'in_appeal',
  appeal_filed: 'in_appeal',
  overturned: 'approved',
  upheld: 'denied',
  expired: 'expired',
  exhausted: 'exhausted',
  cancelled: 'required',
};

/** Whoever must ask, someone must; what depends on more is settled with the payer. */
const facetOfNeed: Readonly<Record<AuthorizationNeed, AuthorizationStatus>> = {
  required: 'required',
  not_required: 'not_required',
  performer_must_request: 'required',
  conditional: 'contact_payer',
  satisfied: 'approved',
};

/** An inquiry hides no answer: only where none is known is it all that is known. */
const asked = (known: Eligibility, coverageId: string): Eligibility =>
  known.status === 'unknown' || known.status === 'pending' || known.status === 'unable_to_verify'
    ? { status: 'pending', coverageId }
    : known;

/** Another payer has answered nothing yet, and the patient has decided nothing about it. */
const covered = (referral: RegisteredReferral, { data }: CoverageChanged): RegisteredReferral => {
  const { oldCoverageId, newCoverageId, effectiveDate } = data;
  const { registration, facets } = referral;
  const kept = registration.coverageIds.filter((id) => id !== oldCoverageId && id !== newCoverageId);
  return withFacets(
    { ...referral, registration: { ...registration, coverageIds: [newCoverageId, ...kept] } },
    {
      coverageChanges: [...facets.coverageChanges, { oldCoverageId, newCoverageId, effectiveDate }],
      eligibility: { status: 'unknown' },
      authorization: 'not_assessed',
      authorizationNeed: null,
      authorizations: [],
      coverageDecision: null,
    },
  );
};

const reflected = (referral: RegisteredReferral, { data }: AuthorizationStatusReflected): RegisteredReferral => {
  const copy: AuthorizationCopy = {
    authorizationId: data.authorizationId,
    status: data.status,
    validity: data.validity ?? null,
    unitsApproved: data.unitsApproved ?? null,
    unitsRemaining: data.unitsRemaining ?? null,
    number: data.number ?? null,
    decisionDueAt: data.decisionDueAt ?? null,
    infoDueAt: data.infoDueAt ?? null,
    appealDeadline: data.appealDeadline ?? null,
  };
  const others = referral.facets.authorizations.filter(
    ({ authorizationId }) => authorizationId !== copy.authorizationId,
  );
  const { coverageDecision, authorizations } = referral.facets;
  const authorization = facetOfState[data.status];
  const stillDenied = authorization === 'denied' && authorizations.at(-1)?.authorizationId === copy.authorizationId;
  return withFacets(referral, {
    authorizations: [...others, copy],
    authorization,
    coverageDecision: coverageDecision && {
      ...coverageDecision,
      ofDenial: coverageDecision.ofDenial && stillDenied,
    },
  });
};

/** Who pays, and what stands in the way. */
export const evolveCoverageWork = (referral: RegisteredReferral, event: CoverageWorkEvent): RegisteredReferral => {
  const { facets } = referral;
  switch (event.type) {
    case 'EligibilityCheckRequested': {
      const { trace, coverageId } = event.data;
      const eligibilityChecks = [...facets.eligibilityChecks, { trace, coverageId }];
      return withFacets(referral, { eligibilityChecks, eligibility: asked(facets.eligibility, coverageId) });
    }
    case 'CoverageChanged':
      return covered(referral, event);
    case 'AuthorizationNeedDetermined': {
      const { needed, satisfiedBy = null } = event.data;
      const authorizationNeed = { needed, satisfiedBy };
      // What the payer says about an authorization that was asked for goes before what was thought of the need.
      const authorization = facets.authorizations.length > 0 ? facets.authorization : facetOfNeed[needed];
      return withFacets(referral, { authorizationNeed, authorization });
    }
    case 'AuthorizationStatusReflected':
      return reflected(referral, event);
    case 'ServiceNotCoveredRecorded':
      return withFacets(referral, { eligibility: notCovered(event.data.coverageId, event.occurredAt) });
    case 'CoverageAlternativesOffered': {
      const { alternativesId, options } = event.data;
      const offered = { alternativesId, kinds: options.map(({ kind }) => kind) };
      return withFacets(referral, { coverageAlternatives: [...facets.coverageAlternatives, offered] });
    }
    case 'PatientCoverageDecisionRecorded': {
      const { choice, signedNoticeDocumentId = null } = event.data;
      const ofDenial = facets.authorization === 'denied';
      return withFacets(referral, {
        coverageDecision: { choice, signedNoticeDocumentId, ofDenial, at: event.occurredAt },
      });
    }
    case 'DestinationStatusReflected': {
      const { destinationId, status, networks = [] } = event.data;
      const others = facets.destinations.filter((known) => known.destinationId !== destinationId);
      return withFacets(referral, { destinations: [...others, { destinationId, status, networks }] });
    }
  }
};

/** The payer said so on the day; for another day it can be asked again. */
const notCovered = (coverageId: string, at: string): Eligibility => {
  const day = at.slice(0, 10);
  return {
    status: 'service_not_covered',
    coverageId,
    asOfDate: day,
    validThrough: day,
    network: 'unknown',
    verifiedAt: at,
    answer: JSON.stringify(['not covered', coverageId]),
  };
};
