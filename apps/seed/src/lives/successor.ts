import type { Actor } from '@referral/eventsourcing';
import type { Telling } from '../step';
import { dateOf, dayMs } from '../virtual-time';
import type { Specialty } from '../world';
import type { ReferralCase } from './referral-case';

/** The referral that takes the place of another is received; it stays where it is. Answers its id. */
export function* arrivalOfSuccessor(
  one: ReferralCase,
  { specialty, service, ...asked }: Specialty,
  by: Actor,
): Telling<string> {
  const { story, person } = one;
  const outcome = yield* story.tell('ReceiveReferral', by, {
    direction: 'incoming',
    patientId: person.patientId,
    referringParty: one.office,
    requestedSpecialty: specialty,
    requestedService: service,
    clinicalQuestion: asked.question,
    diagnoses: [asked.diagnosis],
    type: 'consult',
    claimedUrgency: 'routine',
    validity: { start: dateOf(story.now), end: dateOf(story.now + 400 * dayMs) },
    coverageIds: [person.coverageId],
    channel: 'phone',
  });
  return outcome.kind === 'done' ? outcome.id : one.referralId;
}
