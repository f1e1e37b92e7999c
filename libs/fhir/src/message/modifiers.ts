import type { Extension } from 'fhir/r4';
import type { Entry } from './entry';
import type { Findings } from '../elements/findings';
import { member, type Place } from '../elements/place';
import { items, text } from '../elements/primitives';

/** Refuses a resource whose meaning something changes that the ledger does not know, as FHIR requires of every reader. */
export const refuseModifiers = ({ resource }: Entry, findings: Findings): void => {
  const rules = member(resource, 'implicitRules');
  if (text(rules, findings, 2048) !== undefined)
    findings.refuse('not-supported', rules, 'Rules that must be known to understand the resource are not supported.');
  const extensions = member(resource as Place<{ modifierExtension: Extension[] }>, 'modifierExtension');
  for (const extension of items(extensions, findings))
    findings.refuse('extension', extension, 'An extension that changes the meaning of the resource is not supported.');
};
