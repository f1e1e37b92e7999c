import type { Bundle, FhirResource, Meta } from 'fhir/r4';
import { isWithinBounds, deepest } from './bounds';
import { bundleSource, readBundle } from './bundle';
import { readResource, type Entry } from './entry';
import type { Findings } from '../elements/findings';
import { isRecord, member, type Place } from '../elements/place';
import { object, text } from '../elements/primitives';

/** A message, opened: what it consists of, not yet what it says. */
export interface Message {
  readonly entries: readonly Entry[];
  /** True for a Bundle: what it refers to must be in it. An order alone refers to what its sender keeps, taken at its word. */
  readonly closed: boolean;
  /** The system that the message as a whole says it comes from. */
  readonly source?: string | undefined;
}

/** Opens a Bundle or a single ServiceRequest; everything else is refused, and so is what is too large or too deep to be one. */
export const readMessage = (message: unknown, findings: Findings): Message | undefined => {
  const whole: Place<FhirResource> = { path: '$this', value: message };
  if (!isWithinBounds(message)) {
    findings.refuse('too-costly', whole, `The message is too large, or nested deeper than ${deepest} levels.`);
    return undefined;
  }
  const type = isRecord(message) && Object.hasOwn(message, 'resourceType') ? message.resourceType : undefined;
  if (type === 'Bundle') return bundleMessage({ path: 'Bundle', value: message }, findings);
  if (type === 'ServiceRequest') return orderMessage({ path: 'ServiceRequest', value: message }, findings);
  findings.refuse('not-supported', whole, 'A Bundle or a ServiceRequest of FHIR R4 is expected.');
  return undefined;
};

const bundleMessage = (bundle: Place<Bundle>, findings: Findings): Message => {
  const entries = readBundle(bundle, findings);
  const source = bundleSource(bundle, entries, findings) ?? metaSource(member(bundle, 'meta'), findings);
  return { entries, closed: true, source };
};

const orderMessage = (order: Place<FhirResource>, findings: Findings): Message => {
  const entry = readResource(order, findings);
  return { entries: entry ? [entry] : [], closed: false, source: metaSource(member(order, 'meta'), findings) };
};

/** `meta.source` without its fragment, which tells messages of one system apart. */
const metaSource = (meta: Place<Meta>, findings: Findings): string | undefined => {
  const source = object(meta, findings) && text(member(meta, 'source'), findings, 500);
  return source?.split('#')[0] || undefined;
};
