import type { Telling } from '../step';
import type { ReferralCase } from './referral-case';

/** Somebody complains about how it goes. */
export function* complaint(one: ReferralCase): Telling {
  const { draws, story, coordinator, lead, person } = one;
  story.wait(1, 30);
  const received = yield* story.tell('ReceiveComplaint', coordinator, {
    from: draws.chance(0.7) ? { id: person.patientId, type: 'patient' } : one.office,
    channel: 'phone',
    about: draws.pick(['waiting_time', 'communication', 'courtesy']),
    referralIds: [one.referralId],
    severity: draws.share({ low: 30, medium: 45, high: 20, critical: 5 }),
    patientId: person.patientId,
    text: 'Synthetic complaint: has waited and heard nothing.',
  });
  if (received.kind === 'refused') return;
  const { id } = received;
  story.wait(2, 20);
  yield* story.tell('AcknowledgeComplaint', lead, { channel: 'phone' }, { id });
  story.wait(20, 80);
  yield* story.tell('InvestigateComplaint', lead, { findings: 'Synthetic finding: a call was not returned.' }, { id });
  if (draws.chance(0.2)) return;
  story.wait(10, 60);
  const outcome = draws.share({ upheld: 40, partly_upheld: 30, not_upheld: 30 });
  yield* story.tell('ResolveComplaint', lead, { outcome, remedy: 'Called back and booked.' }, { id });
}
