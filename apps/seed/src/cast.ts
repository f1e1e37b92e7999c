import { idFromKey } from './issue';
import { clinicLife, calendarLife, officeLife, planLife, policyLife, requirementsLife } from './lives/site';
import { absencesOf, staffLife } from './lives/desk';
import { patientLife } from './lives/patient';
import { type Person, personOf } from './lives/person';
import { ReferralCase, type Site } from './lives/referral-case';
import { referralLife } from './lives/referral';
import { strayLife } from './lives/stray';
import { Draws } from './draws';
import type { PlannedReferral, Span } from './plan';
import type { Telling } from './step';
import { inOfficeHours, minuteMs } from './virtual-time';
import { offices, plans, specialties, staff } from './world';

/** A history that takes part, under a name that its keys are made of. */
export interface Part {
  readonly key: string;
  /** When it is told first, ms since 1970; its first step may be later. */
  readonly from: number;
  readonly tell: () => Telling;
}

/** Strays for each hundred referrals. */
const STRAYS_PER_HUNDRED = 6;

/** How long before a patient's first referral somebody registers the patient. */
const REGISTERED_BEFORE = 10 * minuteMs;

/** Every history of a seed. None depends on what another one does: they know each other's ids because those follow from their keys. */
export const cast = (name: string, planned: readonly PlannedReferral[], span: Span): readonly Part[] => {
  const keyOf = (kind: string, which: string | number): string => `${name}/${kind}-${which}`;
  const idOf = (key: string, field: string): string => idFromKey(firstKey(key), field);
  const part = (key: string, from: number, tell: () => Telling): Part => ({ key, from, tell });
  const atStart = (kind: string, which: string, field: string, tell: (id: string) => Telling): Part => {
    const key = keyOf(kind, which);
    return part(key, span.from, () => tell(idOf(key, field)));
  };
  const calendarId = idOf(keyOf('calendar', 'site'), 'calendarId');
  const site = [
    atStart('calendar', 'site', 'calendarId', (id) => calendarLife(name, id, span)),
    atStart('policy', 'site', 'policyId', (id) => policyLife(name, id, calendarId, span)),
    ...plans.map((plan) => atStart('plan', plan.code, 'planId', (id) => planLife(name, plan, id, span))),
    ...specialties.map((specialty) =>
      atStart('requirements', specialty.code, 'requirementSetId', () => requirementsLife(name, specialty, span)),
    ),
    ...offices.map((office) => atStart('office', office.id, 'officeId', (id) => officeLife(name, office, id, span))),
    ...specialties.flatMap((specialty) =>
      specialty.clinics.map((clinic) =>
        atStart('clinic', clinic.id, 'entryId', (id) => clinicLife(name, clinic, specialty, id, span)),
      ),
    ),
    ...Object.values(staff)
      .flat()
      .map((member) => atStart('staff', member.userId, 'staffId', (id) => staffLife(name, member, id, span))),
  ];
  const known: Site = {
    absences: new Map(staff.coordinator.map((member) => [member.userId, absencesOf(name, member, span)])),
    requirementSets: new Map(
      specialties.map(({ code }) => [code, idOf(keyOf('requirements', code), 'requirementSetId')]),
    ),
  };
  const persons = new Map<number, Person>();
  const work = planned.flatMap((referral): readonly Part[] => {
    const { number, patient, at } = referral;
    const patientKey = keyOf('patient', patient);
    const met = persons.get(patient);
    const person = met ?? personOf(name, patient, idOf(patientKey, 'patientId'));
    persons.set(patient, person);
    const from = Math.max(span.from, at - REGISTERED_BEFORE);
    return [
      ...(met ? [] : [part(patientKey, from, () => patientLife(name, person, from))]),
      part(keyOf('referral', number), at, () =>
        referralLife(new ReferralCase(new Draws(name, 'referral', number), referral, person, known)),
      ),
    ];
  });
  const strays = Array.from({ length: Math.floor((planned.length * STRAYS_PER_HUNDRED) / 100) }, (_, index) => {
    const draws = new Draws(name, 'strays', index);
    const at = Math.floor(inOfficeHours(draws, span.from + draws.fraction() * (span.to - span.from)));
    return part(keyOf('stray', index), at, () => strayLife(name, index, at));
  });
  return [...site, ...work, ...strays];
};

/** The key of a command of a part. */
export const commandKey = (part: string, number: number): string => `${part}/${number}`;

const firstKey = (part: string): string => commandKey(part, 0);
