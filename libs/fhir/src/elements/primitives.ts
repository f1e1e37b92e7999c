import { canBeKept } from '@referral/values';
import type { Findings } from './findings';
import { isPresent, isRecord, type Place } from './place';

/** Most members of a list that is no Bundle's: every order of this world has fewer, and no reading becomes quadratic. */
export const longestList = 200;

/** Each member of a list; none when the list is absent. Refuses what is not a list, and what is longer than `most`. */
export const items = <T>(list: Place<readonly T[]>, findings: Findings, most = longestList): readonly Place<T>[] => {
  if (!isPresent(list)) return [];
  if (!Array.isArray(list.value)) findings.refuse('structure', list, 'A list is expected here.');
  else if (list.value.length > most) findings.refuse('too-costly', list, `At most ${most} are taken in at once.`);
  else return list.value.map((value: unknown, index) => ({ path: `${list.path}[${index}]`, value }));
  return [];
};

/** The same place when an object stands there. Refuses what is neither an object nor absent. */
export const object = <T extends object>(place: Place<T>, findings: Findings): Place<T> | undefined => {
  if (!isPresent(place)) return undefined;
  if (isRecord(place.value)) return place;
  findings.refuse('structure', place, 'An object is expected here.');
  return undefined;
};

/** Trimmed text of at most `longest` characters. Refuses everything else that is not absent. */
export const text = (place: Place<string>, findings: Findings, longest: number): string | undefined => {
  if (!isPresent(place)) return undefined;
  const trimmed = typeof place.value === 'string' ? place.value.trim() : '';
  if (typeof place.value !== 'string') findings.refuse('structure', place, 'A string is expected here.');
  else if (trimmed === '') findings.refuse('value', place, 'A string may be absent but not blank.');
  else if (trimmed.length > longest) findings.refuse('too-long', place, `At most ${longest} characters are kept.`);
  else if (!canBeKept(trimmed)) findings.refuse('value', place, 'It holds characters that FHIR forbids.');
  else return trimmed;
  return undefined;
};

/** True or false. Refuses everything else that is not absent. */
export const flag = (place: Place<boolean>, findings: Findings): boolean | undefined => {
  if (!isPresent(place)) return undefined;
  if (typeof place.value === 'boolean') return place.value;
  findings.refuse('structure', place, 'true or false is expected here.');
  return undefined;
};

/** One of these codes. Refuses everything else that is not absent, as `issue`: not known to FHIR, or not supported here. */
export const oneOf = <Code extends string>(
  place: Place<Code>,
  codes: Readonly<Record<Code, unknown>>,
  findings: Findings,
  issue: 'code-invalid' | 'not-supported' = 'code-invalid',
): Code | undefined => {
  if (!isPresent(place)) return undefined;
  const code = (Object.keys(codes) as Code[]).find((known) => known === place.value);
  if (code !== undefined) return code;
  findings.refuse(issue, place, `One of these codes is expected: ${Object.keys(codes).join(', ')}.`);
  return undefined;
};

/** The value; when it is absent, and was not refused already, refuses that. */
export const required = <Value>(
  value: Value | undefined,
  place: Place<unknown>,
  findings: Findings,
): Value | undefined => {
  if (value === undefined && !isPresent(place)) findings.refuse('required', place, 'This element is needed.');
  return value;
};
