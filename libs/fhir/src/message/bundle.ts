import type { Bundle, BundleEntry } from 'fhir/r4';
import { isOfType, readEntry, type Entry } from './entry';
import type { Findings } from '../elements/findings';
import { member, type Place } from '../elements/place';
import { items, object, oneOf, required, text } from '../elements/primitives';

/** Most entries of one Bundle. */
export const mostEntries = 1000;

/** Bundle types that can carry an order, and whether their entries say what to do with their resource. */
const kinds = {
  transaction: 'requests',
  batch: 'requests',
  collection: 'facts',
  message: 'facts',
  document: 'facts',
  searchset: 'facts',
} as const;

/** What may be asked for an entry: that its resource be known. To read, patch and delete needs a FHIR server. */
const methods = { POST: true, PUT: true } as const;

/** The top-level entries of a Bundle, and only these: a Bundle within it is somebody else's message. */
export const readBundle = (bundle: Place<Bundle>, findings: Findings): readonly Entry[] => {
  const type = member(bundle, 'type') as Place<keyof typeof kinds>;
  const kind = required(oneOf(type, kinds, findings, 'not-supported'), type, findings);
  const places = items(member(bundle, 'entry'), findings, mostEntries);
  if (kind !== undefined && kinds[kind] === 'requests') for (const place of places) readMethod(place, findings);
  return places.map((place) => readEntry(place, findings)).filter((entry) => entry !== undefined);
};

/** The system that a Bundle says it comes from: its identifier's, its message header's endpoint, its `meta.source`. */
export const bundleSource = (
  bundle: Place<Bundle>,
  entries: readonly Entry[],
  findings: Findings,
): string | undefined => {
  const header = entries.find((entry) => isOfType(entry, ['MessageHeader']));
  const identifier = object(member(bundle, 'identifier'), findings);
  const endpoint = header && object(member(header.resource, 'source'), findings);
  return (
    (identifier && text(member(identifier, 'system'), findings, 500)) ??
    (endpoint && text(member(endpoint, 'endpoint'), findings, 500))
  );
};

const readMethod = (entry: Place<BundleEntry>, findings: Findings): void => {
  const request = object(member(entry, 'request'), findings);
  if (request) oneOf(member(request, 'method') as Place<'POST' | 'PUT'>, methods, findings, 'not-supported');
};
