import type { Coverage, Patient, ServiceRequest } from 'fhir/r4';
import { isOfType, type Entry } from '../message/entry';
import { derivedId } from '../message/identity';
import { member } from '../elements/place';
import { items, required } from '../elements/primitives';
import type { Reading } from '../message/reading';
import { resolve } from '../message/resolve';

/** Most coverages of one order that the ledger keeps. */
const mostCoverages = 20;

/** Coverage in these states pays for nothing. */
const idle = new Set<unknown>(['cancelled', 'draft', 'entered-in-error']);

/**
 * Ids of the coverages of an order: those that it names as its insurance first, then every one of the message whose beneficiary is
 * the patient. A ClaimResponse among the insurances tells of an authorization, not of a coverage, and is left out.
 */
export const coverageIds = (
  order: Entry<ServiceRequest>,
  patient: Entry<Patient>,
  reading: Reading,
): readonly string[] => {
  const named = items(member(order.resource, 'insurance'), reading.findings)
    .map((place) => resolve(place, order, ['Coverage', 'ClaimResponse'], reading))
    .filter((entry) => entry !== undefined)
    .filter((entry) => isOfType(entry, ['Coverage']));
  const ids = [...named, ...coveragesOf(patient, reading)].map((coverage) => derivedId(coverage, reading));
  const distinct = [...new Set(ids.filter((id) => id !== undefined))];
  if (distinct.length > mostCoverages)
    reading.findings.refuse('too-long', order.resource, `At most ${mostCoverages} coverages of an order are kept.`);
  return distinct;
};

const coveragesOf = (patient: Entry<Patient>, reading: Reading): readonly Entry<Coverage>[] =>
  reading.message.entries
    .filter((entry) => isOfType(entry, ['Coverage']))
    .filter((coverage) => {
      const place = member(coverage.resource, 'beneficiary');
      const beneficiary = required(resolve(place, coverage, ['Patient'], reading), place, reading.findings);
      return beneficiary === patient && !idle.has(member(coverage.resource, 'status').value);
    });
