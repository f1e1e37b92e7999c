import type { Extension, Patient, PatientCommunication, ServiceRequest } from 'fhir/r4';
import { codings } from '../elements/coding';
import type { Entry } from '../message/entry';
import { derivedId } from '../message/identity';
import { member, type Place } from '../elements/place';
import { flag, items, object, required } from '../elements/primitives';
import type { Reading } from '../message/reading';
import { resolve } from '../message/resolve';

/** The patient of an order, and what the visit must know of them. Their demographics are not kept. */
export interface PatientNeeds {
  readonly patientId: string;
  /** BCP 47 tag, such as `es` or `en-US`. */
  readonly languagePreference?: string;
  readonly interpreterNeeded?: boolean;
}

const interpreterRequired = 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired';
const languages = 'urn:ietf:bcp:47';
const tagForm = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,5}$/;

/** The one Patient whom an order concerns; a group, a device or a place cannot be referred. */
export const subjectOf = (order: Entry<ServiceRequest>, reading: Reading): Entry<Patient> | undefined => {
  const place = member(order.resource, 'subject');
  return required(resolve(place, order, ['Patient'], reading), place, reading.findings);
};

/** Their id in the ledger, the language that they prefer (or the only one named), and whether they need an interpreter. */
export const patientNeeds = (patient: Entry<Patient>, reading: Reading): PatientNeeds | undefined => {
  const patientId = derivedId(patient, reading);
  if (patientId === undefined) return undefined;
  const languagePreference = preferredLanguage(patient, reading);
  const interpreterNeeded = needsInterpreter(patient, reading);
  return {
    patientId,
    ...(languagePreference !== undefined && { languagePreference }),
    ...(interpreterNeeded !== undefined && { interpreterNeeded }),
  };
};

const preferredLanguage = ({ resource }: Entry<Patient>, { findings }: Reading): string | undefined => {
  const spoken = items(member(resource, 'communication'), findings).filter((place) => object(place, findings));
  const preferred = spoken.find((place) => flag(member(place, 'preferred'), findings) === true);
  const only = spoken.length === 1 ? spoken[0] : undefined;
  const chosen: Place<PatientCommunication> | undefined = preferred ?? only;
  if (!chosen) return undefined;
  const language = member(chosen, 'language');
  const tag = codings(language, findings).find(({ system }) => system === languages)?.code;
  if (tag === undefined || tagForm.test(tag)) return tag;
  findings.refuse('code-invalid', language, 'A BCP 47 language tag is expected here.');
  return undefined;
};

const needsInterpreter = ({ resource }: Entry<Patient>, { findings }: Reading): boolean | undefined => {
  const isMeant = (extension: Place<Extension>) => member(extension, 'url').value === interpreterRequired;
  const extension = items(member(resource, 'extension'), findings).find(isMeant);
  return extension && flag(member(extension, 'valueBoolean'), findings);
};
