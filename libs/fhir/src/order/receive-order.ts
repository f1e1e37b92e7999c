import type { ServiceRequest } from 'fhir/r4';
import type { Urgency } from '@referral/values';
import { clinicalReason } from './clinical-reason';
import { coverageIds } from './coverage';
import type { Entry } from '../message/entry';
import { externalIds } from './external-ids';
import { derivedId, idempotencyKey } from '../message/identity';
import type { IntakeReferral } from '../intake';
import { refuseModifiers } from '../message/modifiers';
import { isLeftAside } from './order-status';
import { patientNeeds, subjectOf } from './patient';
import { member } from '../elements/place';
import { oneOf } from '../elements/primitives';
import type { Reading } from '../message/reading';
import type { ReceiveReferralBody } from '../receive-referral-body';
import { referringParty } from './referring-party';
import { requestedService } from './requested-service';
import { resolve } from '../message/resolve';
import { sensitivity } from './sensitivity';
import { timing } from './timing';
import { visitsRequested } from './visits-requested';

/** FHIR's `asap` is the fast track; without a priority FHIR means routine. */
const urgencies: Readonly<Record<NonNullable<ServiceRequest['priority']>, Urgency>> = {
  routine: 'routine',
  urgent: 'urgent',
  asap: 'expedited',
  stat: 'stat',
};

/** The command that receives one order; `undefined` when it is left aside, or when something of it was refused. */
export const receiveOrder = (entry: Entry<ServiceRequest>, reading: Reading): IntakeReferral | undefined => {
  if (isLeftAside(entry.resource, reading.findings)) return undefined;
  refuseModifiers(entry, reading.findings);
  const ids = externalIds(entry, reading);
  const content = contentOf({ ...entry, id: entry.id ?? ids?.[0].value }, reading);
  if (!ids || !content) return undefined;
  const [externalId] = ids;
  const body: ReceiveReferralBody = { ...content, externalIds: ids, channel: 'ehr_fhir', missingItems: [] };
  return { idempotencyKey: idempotencyKey(externalId, body), externalId, expression: entry.resource.path, body };
};

/** Every part is read whatever the others say, so that the sender learns of all that is wrong at once. */
const contentOf = (order: Entry<ServiceRequest>, reading: Reading) => {
  const { findings } = reading;
  const patient = subjectOf(order, reading);
  const needs = patient && patientNeeds(patient, reading);
  const coverages = patient && coverageIds(order, patient, reading);
  const party = referringParty(order, reading);
  const service = requestedService(order.resource, findings);
  const times = timing(order.resource, reading);
  const priority = oneOf(member(order.resource, 'priority'), urgencies, findings) ?? 'routine';
  const details = {
    ...clinicalReason(order, reading),
    ...orderingEncounter(order, reading),
    ...visitsRequested(order.resource, findings),
    sensitivity: sensitivity(patient ? [order, patient] : [order], reading),
    claimedUrgency: urgencies[priority],
  };
  if (!needs || !coverages || !party || !service || !times) return undefined;
  return { ...needs, ...service, ...times, ...details, referringParty: party, coverageIds: coverages };
};

/** The encounter in which the order was written. */
const orderingEncounter = (order: Entry<ServiceRequest>, reading: Reading) => {
  const encounter = resolve(member(order.resource, 'encounter'), order, ['Encounter'], reading);
  const orderingEncounterId = encounter && derivedId(encounter, reading);
  return orderingEncounterId === undefined ? {} : { orderingEncounterId };
};
