import type { CodeableConcept, Coding as FhirCoding } from 'fhir/r4';
import type { Coding } from '../receive-referral-body';
import type { Findings } from './findings';
import { flag, items, object, text } from './primitives';
import { member, type Place } from './place';

/** Longest texts that the ledger keeps of a concept, in characters. */
const longest = { system: 500, code: 100, display: 500, text: 2000 };

/** A coding that names both system and code; without one of them it means nothing to anybody else, and is left out. */
export const coding = (place: Place<FhirCoding>, findings: Findings): Coding | undefined => {
  if (!object(place, findings)) return undefined;
  const system = text(member(place, 'system'), findings, longest.system);
  const code = text(member(place, 'code'), findings, longest.code);
  const display = text(member(place, 'display'), findings, longest.display);
  if (system === undefined || code === undefined) return undefined;
  return { system, code, ...(display !== undefined && { display }) };
};

/** The codings of a concept: what the user selected first, then in the sender's order. */
export const codings = (concept: Place<CodeableConcept>, findings: Findings): readonly Coding[] => {
  if (!object(concept, findings)) return [];
  const places = items(member(concept, 'coding'), findings);
  const isSelected = (place: Place<FhirCoding>) => flag(member(place, 'userSelected'), findings) === true;
  return [...places.filter(isSelected), ...places.filter((place) => !isSelected(place))]
    .map((place) => coding(place, findings))
    .filter((each) => each !== undefined);
};

/** What the concept says in words, when it says it. */
export const conceptText = (concept: Place<CodeableConcept>, findings: Findings): string | undefined =>
  object(concept, findings) && text(member(concept, 'text'), findings, longest.text);
