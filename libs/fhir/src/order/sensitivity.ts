import type { Coding as FhirCoding } from 'fhir/r4';
import { coding } from '../elements/coding';
import type { Entry } from '../message/entry';
import { member, type Place } from '../elements/place';
import { items, object } from '../elements/primitives';
import type { Reading } from '../message/reading';

const acts = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';
const confidentialities = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality';

/** HL7's security labels that the ledger has a word for, by `system|code`. */
const words: ReadonlyMap<string, string> = new Map([
  [`${acts}|42CFRPart2`, 'part2'],
  [`${acts}|ETH`, 'part2'],
  [`${acts}|SUD`, 'part2'],
  [`${acts}|PSYTHPN`, 'psychotherapy'],
  [`${acts}|HIPAAPsyNotes`, 'psychotherapy'],
  [`${acts}|HIV`, 'hiv'],
  [`${acts}|CEL`, 'vip'],
  [`${acts}|ADOL`, 'minor'],
]);

/** Labels that ask for no more than what every referral gets. */
const usual: ReadonlySet<string> = new Set(['N', 'M', 'L', 'U'].map((code) => `${confidentialities}|${code}`));

/** The sensitivity of an order: its own security labels and its patient's. One that the ledger has no word for is remarked on. */
export const sensitivity = (entries: readonly Entry[], reading: Reading): readonly string[] => {
  const known = entries.flatMap((entry) => labels(entry, reading).map((label) => wordFor(label, reading)));
  return [...new Set(known.filter((word) => word !== undefined))];
};

const labels = ({ resource }: Entry, { findings }: Reading): readonly Place<FhirCoding>[] => {
  const meta = object(member(resource, 'meta'), findings);
  return meta ? items(member(meta, 'security'), findings) : [];
};

const wordFor = (place: Place<FhirCoding>, { findings }: Reading): string | undefined => {
  const label = coding(place, findings);
  if (!label) return undefined;
  const key = `${label.system}|${label.code}`;
  const word = words.get(key);
  if (word === undefined && !usual.has(key))
    findings.remark(
      'warning',
      'not-supported',
      place,
      'The ledger has no word for this security label and does not keep it.',
    );
  return word;
};
