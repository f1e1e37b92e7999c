import { createHash } from 'node:crypto';
import type { Identifier } from '../receive-referral-body';
import canonicalize from 'canonicalize';
import { v5 } from 'uuid';
import type { Entry } from './entry';
import type { Reading } from './reading';

/** Namespace of all ids derived here. Drawn once, at random, and never to be changed: the ids of patients hang on it. */
const namespace = '7f434dd0-5ee9-4dc1-bf4c-3a7a892ad9d5';

/** Where ids come from when neither the message nor the address of the resource tells. */
export const unnamedSource = 'urn:referral-ledger:unnamed-source';

/** The system in which a resource's id has its meaning: the message's source, else the server of its fullUrl. */
export const sourceOf = (entry: Entry, { message }: Reading): string => message.source ?? entry.server ?? unnamedSource;

/**
 * The ledger's id of a resource that others keep: UUID v5 of (tenant, source, type, id), so that the same patient is the same in
 * every message of one source. Refuses a resource without id: no one could know it again.
 */
export const derivedId = (entry: Entry, reading: Reading): string | undefined => {
  if (entry.id === undefined) {
    reading.findings.refuse(
      'required',
      { path: `${entry.resource.path}.id`, value: undefined },
      'The resource needs an id, or a urn:uuid: as fullUrl, to be known again by.',
    );
    return undefined;
  }
  return v5(JSON.stringify([reading.tenantId, sourceOf(entry, reading), entry.type, entry.id]), namespace);
};

/**
 * Key under which an order is received: a hash of its external id and of all that was understood of it. The same message again
 * has the same key; a changed one another, so that it meets the referral that holds its external id instead of passing for it.
 */
export const idempotencyKey = (externalId: Identifier, body: object): string =>
  `fhir-${createHash('sha256')
    .update(canonicalize([externalId, body]) ?? '')
    .digest('hex')}`;
