import type { Identifier as FhirIdentifier, ServiceRequest } from 'fhir/r4';
import type { Identifier } from '../receive-referral-body';
import type { Entry } from '../message/entry';
import { sourceOf } from '../message/identity';
import { member, type Place } from '../elements/place';
import { items, object, text } from '../elements/primitives';
import type { Reading } from '../message/reading';

/** Longest that the ledger keeps of an identifier, in characters. */
const longest = { system: 500, value: 200 };

/** Most identifiers of one order that the ledger keeps. */
const mostIdentifiers = 20;

/**
 * What its sender calls an order: its identifiers, the official one first, else its id. Each stands under its own system, or that of
 * the message. Old identifiers are left out. Refuses an order that has neither.
 */
export const externalIds = (
  order: Entry<ServiceRequest>,
  reading: Reading,
): readonly [Identifier, ...Identifier[]] | undefined => {
  const list = member(order.resource, 'identifier');
  const places = items(list, reading.findings, mostIdentifiers);
  const [first, ...others] = [
    ...places.filter(isOfUse('official')),
    ...places.filter((each) => !isOfUse('official')(each)),
  ]
    .filter((each) => !isOfUse('old')(each))
    .map((place) => identifier(place, sourceOf(order, reading), reading))
    .filter((each) => each !== undefined);
  if (first) return [first, ...others];
  if (order.id !== undefined) return [{ system: sourceOf(order, reading), value: order.id }];
  reading.findings.refuse('required', list, 'An order needs an identifier or an id.');
  return undefined;
};

const isOfUse = (use: FhirIdentifier['use']) => (place: Place<FhirIdentifier>) => member(place, 'use').value === use;

const identifier = (place: Place<FhirIdentifier>, source: string, { findings }: Reading): Identifier | undefined => {
  if (!object(place, findings)) return undefined;
  const value = text(member(place, 'value'), findings, longest.value);
  const system = text(member(place, 'system'), findings, longest.system) ?? source;
  return value === undefined ? undefined : { system, value };
};
