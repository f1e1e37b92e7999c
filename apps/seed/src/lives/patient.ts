import { Draws } from '../draws';
import { Story } from '../story';
import type { Telling } from '../step';
import { dateOf, dayMs } from '../virtual-time';
import { acting, plans, staff } from '../world';
import type { Person } from './person';

const streets = ['Example Street', 'Sample Avenue', 'Specimen Road'];

/** A patient is registered, with language, a way to be reached, and a coverage. */
export function* patientLife(name: string, person: Person, at: number): Telling {
  const draws = new Draws(name, 'patient', person.number);
  const story = new Story(draws, at);
  const clerk = acting(draws.pick(staff.intake));
  const { patientId: id, language } = person;
  const digits = String(draws.whole(100, 9999)).padStart(4, '0');
  yield* story.tell('RegisterPatient', clerk, {
    identifiers: [{ system: 'urn:mrn', value: `MRN-${person.number}` }],
    name: `Synthetic Patient ${person.number}`,
    birthDate: dateOf(at - draws.whole(18 * 365, 90 * 365) * dayMs),
    sexForClaims: draws.pick(['female', 'male', 'unknown']),
    addresses: [`${draws.whole(1, 400)} ${draws.pick(streets)}`],
    phones: [`+1-202-555-${digits}`],
  });
  yield* story
    .tick(0.01, 0.03)
    .tell(
      'SetLanguagePreference',
      clerk,
      { language, interpreterNeeded: person.interpreterNeeded, assessedBy: clerk.userId },
      { id },
    );
  yield* story
    .tick(0.01, 0.03)
    .tell(
      'SetContactPreference',
      clerk,
      { channel: 'phone', doNotCall: false, voicemailOk: draws.chance(0.8), portalActive: draws.chance(0.5) },
      { id },
    );
  const plan = plans[person.plan] ?? draws.pick(plans);
  const start = dateOf(at - draws.whole(100, 900) * dayMs);
  yield* story.tick(0.01, 0.03).tell(
    'AddCoverage',
    clerk,
    {
      coverageId: person.coverageId,
      payerId: plan.payerId,
      planId: `plan-${plan.code}`,
      memberId: `M-${person.number}`,
      order: 1,
      period: { start },
    },
    { id },
  );
}
