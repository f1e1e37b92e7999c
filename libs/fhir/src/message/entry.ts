import type { BundleEntry, FhirResource, Resource } from 'fhir/r4';
import type { Findings } from '../elements/findings';
import { member, type Place } from '../elements/place';
import { object, required, text } from '../elements/primitives';
import { isResourceId, parseResourceUrl, uuidOf } from './resource-url';

/** Name of a FHIR resource type, such as `ServiceRequest`. */
export type ResourceType = FhirResource['resourceType'];

/** The resource of this type. */
export type ResourceOf<Type extends ResourceType> = Extract<FhirResource, { readonly resourceType: Type }>;

/** A resource of a message and what it is known by. */
export interface Entry<Content extends FhirResource = FhirResource> {
  /** As the message says it; may be none that FHIR knows. */
  readonly type: string;
  readonly resource: Place<Content>;
  /** Its id, or the UUID of its `urn:uuid:` fullUrl when it has none yet. */
  readonly id?: string | undefined;
  /** As references may name it. */
  readonly fullUrl?: string | undefined;
  /** The server that it lives on, when its fullUrl tells: `https://ehr.example/fhir`. */
  readonly server?: string | undefined;
}

/** True when the entry is a resource of one of these types. */
export const isOfType = <Type extends ResourceType>(
  entry: Entry,
  types: readonly Type[],
): entry is Entry<ResourceOf<Type>> => types.some((type) => type === entry.type);

/** An entry of a Bundle; refused when it holds no resource or names it in a way that FHIR does not know. */
export const readEntry = (place: Place<BundleEntry>, findings: Findings): Entry | undefined => {
  if (!object(place, findings)) return undefined;
  const fullUrl = text(member(place, 'fullUrl'), findings, 500);
  return readResource(member(place, 'resource'), findings, fullUrl);
};

/** A resource with its type and id. */
export const readResource = (place: Place<Resource>, findings: Findings, fullUrl?: string): Entry | undefined => {
  const resource = required(object(place as Place<FhirResource>, findings), place, findings);
  if (!resource) return undefined;
  const typePlace = member(resource, 'resourceType');
  const type = required(text(typePlace, findings, 64), typePlace, findings);
  const id = readId(member(resource, 'id'), findings) ?? (fullUrl && uuidOf(fullUrl));
  return type === undefined
    ? undefined
    : { type, resource, id, fullUrl, server: fullUrl && parseResourceUrl(fullUrl)?.server };
};

const readId = (place: Place<string>, findings: Findings): string | undefined => {
  const id = text(place, findings, 64);
  if (id === undefined || isResourceId(id)) return id;
  findings.refuse('value', place, 'An id is 1 to 64 letters, digits, - or dots.');
  return undefined;
};
