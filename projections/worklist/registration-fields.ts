import { isSensitive, isTerminal, type RegisteredReferral } from '@referral/referral';
import { type Urgency, urgencyRank } from '@referral/values';
import { endOf, utc } from '../shared/utc';

/** How soon the patient must be seen: as assigned, or as claimed until somebody has assigned it. */
export const urgencyOf = ({ facets }: RegisteredReferral): Urgency => facets.urgency.assigned ?? facets.urgency.claimed;

/** What was registered, where it goes and where it stands, as queues filter and sort by it. Instants are UTC. */
export const registrationFields = (referral: RegisteredReferral) => {
  const { registration, facets, stage, cycle } = referral;
  const urgency = urgencyOf(referral);
  const destination = facets.acceptance?.destination;
  const known = facets.destinations.find(({ destinationId }) => destinationId === destination?.id);
  return {
    referralId: registration.referralId,
    reference: registration.reference,
    open: !isTerminal(stage),
    stage,
    stageSince: utc(referral.stageSince),
    cycle,
    direction: registration.direction,
    urgency,
    urgencyRank: urgencyRank(urgency),
    specialty: registration.requestedSpecialty.code,
    specialtyName: registration.requestedSpecialty.display ?? null,
    serviceType: registration.requestedService.code,
    destinationId: destination?.id ?? null,
    destinationName: destination?.name ?? null,
    destinationStatus: known?.status ?? null,
    referringOfficeId: registration.referringParty.id,
    patientId: registration.patientId,
    receivedAt: utc(registration.receivedAt),
    acceptedAt: facets.acceptance && utc(facets.acceptance.acceptedAt),
    validUntil: endOf(registration.validity.end),
    sensitive: registration.sensitivity,
    restricted: isSensitive(registration),
  };
};
