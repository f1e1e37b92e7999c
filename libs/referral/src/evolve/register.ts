import type { ReferralReceived } from '../events/intake';
import type { Facets } from '../facets';
import type { RegisteredReferral, Registration } from '../referral';

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

const facets = ({ data }: ReferralReceived): Facets => ({
  urgency: { claimed: data.claimedUrgency, assigned: null },
  completeness: { missing: data.missingItems, received: [], reachedAt: null },
  informationRequests: [],
  triage: null,
  acceptance: null,
  eligibility: { status: 'unknown' },
  authorization: 'not_assessed',
  interpreter: data.interpreterNeeded === true ? 'needed' : 'not_needed',
  appointments: [],
  report: null,
  consultNotes: [],
  notes: [],
});

/** A referral at the beginning of its life. */
export const register = (event: ReferralReceived): RegisteredReferral => ({
  stage: 'received',
  stageSince: event.occurredAt,
  cycle: 1,
  registration: registration(event),
  facets: facets(event),
});
