import type { CodeableConcept, Condition, ServiceRequest } from 'fhir/r4';
import type { Coding } from '../receive-referral-body';
import { codings, conceptText } from '../elements/coding';
import { isOfType, type Entry } from '../message/entry';
import type { Findings } from '../elements/findings';
import { member, type Place } from '../elements/place';
import { items, object, text } from '../elements/primitives';
import type { Reading } from '../message/reading';
import { resolve } from '../message/resolve';

/** Longest clinical question that the ledger keeps, in characters. */
const longestQuestion = 10_000;

/** Most diagnoses of one order that the ledger keeps. */
const mostDiagnoses = 50;

/** Why an order was written. */
export interface ClinicalReason {
  /** The reasons and notes in words; when nobody wrote any, the diagnoses' displays, else what the service is called. */
  readonly clinicalQuestion: string;
  readonly diagnoses: readonly Coding[];
}

/** From reasonCode, the Conditions among reasonReference, and note. A condition that was refuted is no reason. */
export const clinicalReason = (order: Entry<ServiceRequest>, reading: Reading): ClinicalReason => {
  const { findings } = reading;
  const concepts = [...items(member(order.resource, 'reasonCode'), findings), ...conditionCodes(order, reading)];
  const diagnoses = distinct(concepts.flatMap((concept) => codings(concept, findings)));
  const notes = items(member(order.resource, 'note'), findings).map(
    (note) => object(note, findings) && text(member(note, 'text'), findings, longestQuestion),
  );
  const words = [...concepts.map((concept) => conceptText(concept, findings)), ...notes].filter(
    (word) => word !== undefined,
  );
  const clinicalQuestion = [...new Set(words.length > 0 ? words : spoken(diagnoses, order, findings))].join('\n');
  if (clinicalQuestion.length > longestQuestion)
    findings.refuse('too-long', order.resource, `At most ${longestQuestion} characters of reasons and notes are kept.`);
  if (diagnoses.length > mostDiagnoses)
    findings.refuse('too-long', order.resource, `At most ${mostDiagnoses} diagnoses of an order are kept.`);
  return { clinicalQuestion, diagnoses };
};

/** What the codes are called, for an order that gives no reason in words. */
const spoken = (diagnoses: readonly Coding[], order: Entry<ServiceRequest>, findings: Findings): readonly string[] => {
  const displays = diagnoses.map(({ display }) => display).filter((display) => display !== undefined);
  if (displays.length > 0) return displays;
  const service = member(order.resource, 'code');
  return [conceptText(service, findings) ?? nameOf(codings(service, findings)[0])];
};

const nameOf = (coding: Coding | undefined): string => coding?.display ?? coding?.code ?? '';

const reasonTypes = ['Condition', 'Observation', 'DiagnosticReport', 'DocumentReference'] as const;

const conditionCodes = (order: Entry<ServiceRequest>, reading: Reading): readonly Place<CodeableConcept>[] =>
  items(member(order.resource, 'reasonReference'), reading.findings)
    .map((place) => resolve(place, order, reasonTypes, reading))
    .filter((entry) => entry !== undefined)
    .filter((entry) => isOfType(entry, ['Condition']))
    .filter((condition) => !isRefuted(condition, reading))
    .map((condition) => member(condition.resource, 'code'));

const isRefuted = (condition: Entry<Condition>, { findings }: Reading): boolean =>
  codings(member(condition.resource, 'verificationStatus'), findings).some(
    ({ code }) => code === 'refuted' || code === 'entered-in-error',
  );

const distinct = (all: readonly Coding[]): readonly Coding[] => [
  ...new Map(all.map((coding) => [`${coding.system}|${coding.code}`, coding])).values(),
];
