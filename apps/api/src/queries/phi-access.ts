import type { Actor, RecordedEvent } from '@referral/eventsourcing';
import type { NoteVisibility, ReferralEvent } from '@referral/referral';
import type { Role } from '@referral/values';
import { outsideDesk } from './may-see';

/** Roles that work with identified patients. Whoever has none of them sees facts without protected health information. */
const mayRead: readonly Role[] = [
  'intake',
  'coordinator',
  'auth_specialist',
  'clinical_reviewer',
  'lead',
  'referring_party',
  'receiving_party',
  'patient_proxy',
  'compliance',
  'privacy_officer',
  'integration',
];

/** Whether the caller may see protected health information. */
export const mayReadPhi = (actor: Actor): boolean => hasOneOf(mayRead, actor);

const hasOneOf = (permitted: readonly string[], { roles }: Actor): boolean =>
  roles.some((role) => permitted.includes(role));

/** Who reads a note beside whoever wrote it. Compliance and privacy oversee all that is there. */
const readers: Readonly<Record<NoteVisibility, readonly Role[]>> = {
  partner: mayRead,
  team: mayRead.filter((role) => !outsideDesk.includes(role)),
  clinical: ['clinical_reviewer', 'compliance', 'privacy_officer'],
};

/** Whether the caller may see the protected health information of a fact: a note is for those for whom it was written. */
export const mayReadPhiOf = (event: RecordedEvent, actor: Actor): boolean => {
  const fact = event as RecordedEvent<ReferralEvent>;
  if (fact.type !== 'NoteAdded') return mayReadPhi(actor);
  const own = fact.metadata.actor.userId === actor.userId;
  return hasOneOf(own ? mayRead : readers[fact.data.visibility], actor);
};
