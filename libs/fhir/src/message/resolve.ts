import type { DomainResource, Reference } from 'fhir/r4';
import { isOfType, readResource, type Entry, type ResourceOf, type ResourceType } from './entry';
import { refuseModifiers } from './modifiers';
import { isPresent, member, type Place } from '../elements/place';
import { items, object, text } from '../elements/primitives';
import type { Reading } from './reading';
import { parseResourceUrl } from './resource-url';

/**
 * The resource of one of these types that a reference stands for: contained, or another of the message. Refuses, at the
 * reference's FHIRPath, one that resolves to nothing, to several, or to something else. An absent reference is no reference.
 */
export const resolve = <Type extends ResourceType>(
  reference: Place<Reference>,
  from: Entry,
  types: readonly Type[],
  reading: Reading,
): Entry<ResourceOf<Type>> | undefined => {
  const { findings } = reading;
  if (!object(reference, findings)) return undefined;
  const place = member(reference, 'reference');
  if (!isPresent(place)) {
    findings.refuse('not-found', reference, 'Only a literal reference can be followed, and this one has none.');
    return undefined;
  }
  const url = text(place, findings, 500);
  if (url === undefined) return undefined;
  const found = candidates(url, reference, from, reading);
  const [entry] = found;
  if (entry && found.length === 1 && isOfType(entry, types)) {
    refuseModifiers(entry, findings);
    return entry;
  }
  if (!entry) findings.refuse('not-found', place, 'Nothing in the message is known by this reference.');
  else if (found.length > 1) findings.refuse('multiple-matches', place, 'This reference fits more than one resource.');
  else findings.refuse('not-supported', place, `A reference to ${types.join(' or ')} is expected here.`);
  return undefined;
};

const candidates = (url: string, at: Place<Reference>, from: Entry, reading: Reading): readonly Entry[] => {
  if (url.startsWith('#')) return contained(url.slice(1), from, reading);
  const [address = ''] = url.split('/_history/');
  return (
    (from.server !== undefined && reading.known.get(`${from.server}/${address}`)) ||
    reading.known.get(address) ||
    (reading.message.closed ? [] : outside(address, at))
  );
};

/** A contained resource is known within its container only, so its id begins with its container's. */
const contained = (id: string, from: Entry, { findings }: Reading): readonly Entry[] =>
  items(member(from.resource as Place<DomainResource>, 'contained'), findings)
    .map((place) => readResource(place, findings))
    .filter((entry) => entry !== undefined)
    .filter((entry) => entry.id === id)
    .map((entry) => ({ ...entry, id: from.id === undefined ? undefined : `${from.id}#${id}`, server: from.server }));

/** What the sender keeps is not here to be read; its type and id are. */
const outside = (address: string, at: Place<Reference>): readonly Entry[] => {
  const url = parseResourceUrl(address);
  return url ? [{ ...url, resource: { path: `${at.path}.resolve()`, value: {} } }] : [];
};
