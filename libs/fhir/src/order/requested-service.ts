import type { CodeableConcept, ServiceRequest } from 'fhir/r4';
import type { ReferralType } from '@referral/referral';
import type { Direction } from '@referral/values';
import type { Coding } from '../receive-referral-body';
import { codings } from '../elements/coding';
import type { Findings } from '../elements/findings';
import { member, type Place } from '../elements/place';
import { items } from '../elements/primitives';

const snomed = 'http://snomed.info/sct';
const specialties = 'http://nucc.org/provider-taxonomy';

/** Stands for a specialty that nobody named: the root of SNOMED CT's specialties. */
export const unnamedSpecialty: Coding = { system: snomed, code: '394658006', display: 'Clinical specialty' };

/**
 * Categories that say what kind of referral an order is, by `system|code`: SNOMED CT's from FHIR's example value set
 * servicerequest-category and from US Core's, and US Core's own `sdoh`. Everything else is a consultation.
 */
const typesByCategory: Readonly<Record<string, ReferralType>> = {
  [`${snomed}|108252007`]: 'diagnostic',
  [`${snomed}|363679005`]: 'diagnostic',
  [`${snomed}|387713003`]: 'procedure',
  [`${snomed}|410606002`]: 'community_service',
  'http://hl7.org/fhir/us/core/CodeSystem/us-core-category|sdoh': 'community_service',
};

/** What an order asks for. */
export interface RequestedService {
  readonly requestedService: Coding;
  readonly requestedSpecialty: Coding;
  readonly type: ReferralType;
  readonly direction: Direction;
}

/**
 * Service from `code`; specialty from `performerType`, else from a category or code of the NUCC provider taxonomy; kind from
 * `category`. Refuses an order whose service has no code: nobody could authorize, match or count it.
 */
export const requestedService = (order: Place<ServiceRequest>, findings: Findings): RequestedService | undefined => {
  const services = codings(member(order, 'code'), findings);
  const categories = items(member(order, 'category'), findings).flatMap((each) => codings(each, findings));
  const performers = codings(member(order, 'performerType'), findings);
  const [service] = services;
  if (!service) {
    findings.refuse('required', codingOf(member(order, 'code')), 'A code with its system is needed.');
    return undefined;
  }
  const named = performers[0] ?? [...categories, ...services].find(({ system }) => system === specialties);
  const type = categories.map(typeOf).find((known) => known !== undefined) ?? 'consult';
  const direction = type === 'community_service' ? 'community' : 'incoming';
  return { requestedService: service, requestedSpecialty: named ?? unnamedSpecialty, type, direction };
};

const typeOf = ({ system, code }: Coding): ReferralType | undefined => {
  const key = `${system}|${code}`;
  return Object.hasOwn(typesByCategory, key) ? typesByCategory[key] : undefined;
};

const codingOf = (concept: Place<CodeableConcept>) => member(concept, 'coding');
