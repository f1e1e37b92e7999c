import type { Actor } from '@referral/eventsourcing';
import type { Coding, PartyRef, Role } from '@referral/values';
import type { Draws } from './draws';

/** A specialty with what is asked of it and the places that give it. */
export interface Specialty {
  readonly code: string;
  readonly service: Coding;
  readonly specialty: Coding;
  readonly diagnosis: Coding;
  readonly question: string;
  /** Items that a referral to it must bring. */
  readonly items: readonly string[];
  readonly clinics: readonly PartyRef[];
  /** How many of a hundred need an authorization. */
  readonly authorized: number;
}

const icd10 = 'http://hl7.org/fhir/sid/icd-10-cm';

const specialty = (
  code: string,
  diagnosis: string,
  question: string,
  authorized: number,
  ...items: readonly string[]
): Specialty => ({
  code,
  service: { system: 'urn:service', code: 'first-visit' },
  specialty: { system: 'urn:specialty', code },
  diagnosis: { system: icd10, code: diagnosis },
  question,
  items: ['referral_letter', ...items],
  clinics: ['north', 'south'].map((side) => ({
    id: `clinic-${code}-${side}`,
    type: 'facility',
    name: `Synthetic ${code.replaceAll('_', ' ')} clinic ${side}`,
  })),
  authorized,
});

/** What patients are referred to. */
export const specialties: readonly Specialty[] = [
  specialty('cardiology', 'R00.2', 'Palpitations on exertion: is further work-up needed?', 20, 'ecg'),
  specialty('orthopedics', 'M25.561', 'Knee pain after six weeks of exercise: is surgery an option?', 35, 'imaging'),
  specialty('neurology', 'G43.909', 'Headaches more often than weekly: which prophylaxis?', 25, 'medication_list'),
  specialty('gastroenterology', 'K21.9', 'Reflux in spite of treatment: is an endoscopy due?', 40, 'lab'),
  specialty('dermatology', 'L98.9', 'A mole that has changed: is a biopsy due?', 10, 'photo'),
  specialty('endocrinology', 'E11.9', 'Blood sugar above target on two medicines: what next?', 15, 'lab'),
];

/** The offices that refer. */
export const offices: readonly PartyRef[] = [
  'Harbor',
  'Hill',
  'Lake',
  'Mill',
  'Orchard',
  'River',
  'Station',
  'Valley',
].map((name) => ({ id: `office-${name.toLowerCase()}`, type: 'office', name: `Synthetic ${name} Family Practice` }));

/** A plan that pays, or does not. */
export interface Plan {
  readonly code: string;
  readonly payerId: string;
  readonly name: string;
}

/** The plans of the patients. */
export const plans: readonly Plan[] = ['choice', 'network', 'senior', 'state'].map((code) => ({
  code,
  payerId: `payer-${code}`,
  name: `Synthetic ${code} plan`,
}));

/** Languages of the patients, by how many of a hundred speak them. */
export const languages = { 'en-US': 68, 'es-US': 17, zh: 5, vi: 4, ht: 3, ru: 3 } as const;

/** Someone of the desk. */
export interface Member {
  readonly userId: string;
  readonly roles: readonly Role[];
  readonly team: string;
}

const members = (kind: string, count: number, ...roles: readonly Role[]): readonly Member[] =>
  Array.from({ length: count }, (_, index) => ({
    userId: `${kind}-${index + 1}`,
    roles,
    team: index % 2 === 0 ? 'north' : 'south',
  }));

/** Who works at the desk. */
export const staff = {
  coordinator: members('coordinator', 10, 'coordinator'),
  intake: members('intake', 3, 'intake'),
  reviewer: members('reviewer', 4, 'clinical_reviewer'),
  authorizer: members('authorizer', 3, 'auth_specialist'),
  lead: members('lead', 2, 'lead'),
} as const;

/** A member of staff as the one who acts. */
export const acting = ({ userId, roles, team }: Member): Actor => ({ userId, kind: 'human', roles, team });

/** Whoever keeps the settings. */
export const admin: Actor = { userId: 'admin-1', kind: 'human', roles: ['admin'] };
/** The system's own timers and followers. */
export const system: Actor = { userId: 'system', kind: 'system', roles: ['system'] };
/** What comes in from other systems. */
export const integration: Actor = { userId: 'integration', kind: 'integration', roles: ['integration'] };

/** Someone of a party, for its side. */
export const of = ({ id }: PartyRef, role: 'referring_party' | 'receiving_party'): Actor => ({
  userId: `${id}-desk`,
  kind: 'human',
  roles: [role],
  orgId: id,
});

/** An absence of someone, within the history. */
export interface Absence {
  readonly absenceId: string;
  readonly from: number;
  readonly to: number;
}

/** A document that exists by its id and hash alone. */
export const documentOf = (draws: Draws, documentId: string) => ({
  documentId,
  mime: 'application/pdf',
  sha256: Array.from({ length: 8 }, () => draws.whole(0, 0xffffffff).toString(16).padStart(8, '0')).join(''),
  pages: draws.whole(1, 12),
  sizeBytes: draws.whole(8_000, 900_000),
  sensitivity: [],
});
