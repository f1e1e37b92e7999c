import type { ReferralDrafted } from '../events/content';
import { noCoordination } from '../coordination-facets';
import type { ReferralReceived } from '../events/intake';
import type { Facets } from '../facets';
import { untouchedContent } from '../facets/content';
import { unknownCoverage } from '../facets/coverage';
import { noDocuments } from '../facets/documents';
import type { Completeness, RequirementItem } from '../facets/requirements';
import type { Referral, RegisteredReferral, Registration } from '../referral';

const registration = ({ data, occurredAt }: ReferralReceived): Registration => ({
  referralId: data.referralId,
  reference: data.reference,
  direction: data.direction,
  patientId: data.patientId,
  externalIds: data.externalIds,
  referringParty: data.referringParty,
  requestedSpecialty: data.requestedSpecialty,
  requestedService: data.requestedService,
  validity: data.validity,
  visitsRequested: data.visitsRequested ?? null,
  coverageIds: data.coverageIds,
  channel: data.channel,
  sensitivity: data.sensitivity,
  receivedAt: occurredAt,
});

/** What a draft says is known as far as a draft says it; it holds from the day on which it was begun. */
const draftRegistration = ({ data, occurredAt }: ReferralDrafted): Registration => ({
  referralId: data.referralId,
  reference: data.reference,
  direction: data.direction,
  patientId: data.patientId,
  externalIds: [],
  referringParty: data.requestedBy,
  requestedSpecialty: data.requestedSpecialty,
  requestedService: data.requestedService,
  validity: { start: occurredAt },
  visitsRequested: null,
  coverageIds: [],
  channel: data.channel,
  sensitivity: [],
  receivedAt: occurredAt,
});

const completeness = (data: ReferralReceived['data']): Completeness => {
  const { missingItems, presentItems = [], requirementSet, requiredItems = [] } = data;
  const item =
    (status: 'missing' | 'received') =>
    (code: string): RequirementItem => ({ code, documentId: null, status });
  return {
    requirementSet: requirementSet ?? null,
    required: requiredItems,
    items: [...missingItems.map(item('missing')), ...presentItems.map(item('received'))],
    missing: missingItems,
    received: [],
    reachedAt: null,
  };
};

const untouched: Facets = {
  ...untouchedContent,
  ...unknownCoverage,
  ...noDocuments,
  ...noCoordination,
  urgency: { claimed: 'routine', assigned: null },
  completeness: { requirementSet: null, required: [], items: [], missing: [], received: [], reachedAt: null },
  informationRequests: [],
  returned: null,
  triage: null,
  acceptance: null,
  redirection: null,
  advised: null,
  eligibility: { status: 'unknown' },
  authorization: 'not_assessed',
  interpreter: 'not_needed',
  interpreterFor: null,
  appointments: [],
  report: null,
  consultNotes: [],
  notes: [],
};

/** A referral at the beginning of its life; what was done to its draft stays with it. */
const registered = (event: ReferralReceived, known: Facets): RegisteredReferral => ({
  stage: 'received',
  stageSince: event.occurredAt,
  cycle: 1,
  registration: registration(event),
  facets: {
    ...known,
    urgency: { claimed: event.data.claimedUrgency, assigned: known.urgency.assigned },
    completeness: completeness(event.data),
    interpreter: event.data.interpreterNeeded === true ? 'needed' : 'not_needed',
  },
});

/** A referral that was received, or a draft that was handed in. */
export const register = (referral: Referral, event: ReferralReceived): Referral => {
  if (referral.stage === 'none') return registered(event, untouched);
  return referral.stage === 'draft' ? registered(event, referral.facets) : referral;
};

/** A referral that someone composes. */
export const draft = (referral: Referral, event: ReferralDrafted): Referral =>
  referral.stage === 'none'
    ? {
        stage: 'draft',
        stageSince: event.occurredAt,
        cycle: 1,
        registration: draftRegistration(event),
        facets: untouched,
      }
    : referral;
