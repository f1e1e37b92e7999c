import type { Actor } from '@referral/eventsourcing';
import type { Telling } from '../step';
import { dateOf, dayMs, stamp } from '../virtual-time';
import { integration, system } from '../world';
import type { ReferralCase } from './referral-case';
import type { Goes } from './referral';

/** Units that a referral asks for. */
const UNITS = 4;

/** A prior authorization: asked for, sometimes held up by questions, granted or refused, and then objected to. */
export function* authorization(one: ReferralCase): Telling<Goes> {
  const { draws, story, person, specialty, authorizer } = one;
  story.wait(0.5, 20);
  const span = { from: dateOf(story.now), to: dateOf(story.now + 180 * dayMs) };
  const opened = yield* story.tell(
    'OpenAuthorization',
    authorizer,
    {
      referralId: one.referralId,
      coverageId: person.coverageId,
      services: [{ code: specialty.service, units: UNITS, ...span }],
      level: draws.share({ standard: 85, expedited: 15 }),
      requestingProvider: one.office,
      servicingProvider: one.clinic,
      planProfileVersion: 1,
    },
    { lookedUp: { referral: { patientId: person.patientId } } },
  );
  if (opened.kind === 'refused') return 'on';
  one.authorizationId = opened.id;
  story.tick(0.1, 1);
  yield* about(one, 'SubmitAuthorization', authorizer, {
    method: draws.pick(['x12_278', 'portal', 'fax']),
    documents: [`document-${one.number}-letter`],
    traceNumber: `trace-${one.number}`,
  });
  yield* reflected(one, 'submitted');
  if (draws.chance(0.3)) yield* heldUp(one);
  story.wait(20, 150);
  if (one.fate === 'denied' || draws.chance(0.12)) return yield* refused(one);
  yield* granted(one);
  return 'on';
}

/** The copy of the authorization that the referral keeps. */
function* reflected(one: ReferralCase, status: string, more: object = {}): Telling {
  one.story.tick(0.003, 0.02);
  yield* one.tell('ReflectAuthorizationStatus', system, { authorizationId: one.authorizationId, status, ...more });
}

function* about(one: ReferralCase, name: string, by: Actor, body: object): Telling {
  yield* one.story.tell(name, by, body, { id: one.authorizationId ?? '' });
}

function* heldUp(one: ReferralCase): Telling {
  const { story, number } = one;
  story.wait(12, 60);
  yield* about(one, 'RecordPend', integration, {
    payerReference: `pend-${number}`,
    reasonCodes: ['more_information'],
    infoRequested: ['Notes of the last six weeks'],
    infoDueAt: stamp(story.now + 7 * dayMs),
  });
  yield* reflected(one, 'pended');
  story.wait(8, 60);
  yield* about(one, 'SubmitAdditionalInformation', one.authorizer, {
    documents: [`document-${number}-notes`],
    traceNumber: `trace-${number}-2`,
  });
  yield* reflected(one, 'info_submitted');
}

function* granted(one: ReferralCase): Telling {
  const { draws, story, number, specialty } = one;
  const partly = draws.chance(0.1);
  const approved = partly ? 2 : UNITS;
  const validity = { start: dateOf(story.now), end: dateOf(story.now + 180 * dayMs) };
  const decision = partly ? 'partially_approved' : 'approved';
  yield* about(one, 'RecordDecision', integration, {
    decision,
    number: `A-${number}`,
    validity,
    units: [{ service: specialty.service, approved }],
    evidenceDocumentId: `document-${number}-278`,
  });
  yield* reflected(one, decision, {
    validity,
    unitsApproved: approved,
    unitsRemaining: approved,
    number: `A-${number}`,
  });
}

/** The payer says no. Clinicians talk, or the refusal is appealed; what stands in the end decides. */
function* refused(one: ReferralCase): Telling<Goes> {
  const { draws, story, authorizer, number } = one;
  yield* about(one, 'RecordDecision', integration, {
    decision: 'denied',
    denialReason: { code: 'not_medically_necessary', specific: 'Synthetic: earlier treatment is not documented.' },
    appealDeadline: dateOf(story.now + 60 * dayMs),
    evidenceDocumentId: `document-${number}-278`,
  });
  yield* reflected(one, 'denied');
  story.wait(8, 60);
  const outcome = one.fate === 'denied' ? 'upheld' : 'overturned';
  if (draws.chance(0.4)) {
    yield* about(one, 'RequestPeerToPeer', authorizer, { windowEndsAt: stamp(story.now + 7 * dayMs) });
    story.wait(12, 60);
    yield* about(one, 'RecordPeerToPeer', authorizer, { outcome });
  } else {
    yield* about(one, 'FileAppeal', authorizer, { kind: draws.share({ standard: 70, expedited: 30 }) });
    yield* reflected(one, 'appeal_filed');
    story.wait(40, 300);
    yield* about(one, 'RecordAppealDecision', integration, { outcome });
  }
  yield* reflected(one, outcome);
  story.wait(2, 30);
  if (outcome === 'overturned') {
    yield* granted(one);
    return 'on';
  }
  yield* one.tell('CloseReferral', one.coordinator, {
    closureOutcome: 'authorization_denied_final',
    patientInformed: true,
    referrerInformed: true,
    reason: { code: 'no_longer_required' },
  });
  return 'no_further';
}

/** A visit has used one unit. */
export function* unitUsed(one: ReferralCase, appointmentId: string, at: number, by: Actor): Telling {
  if (one.authorizationId === undefined) return;
  one.story.tick(0.01, 0.1);
  yield* about(one, 'UseUnits', by, {
    appointmentId,
    service: one.specialty.service,
    serviceDate: dateOf(at),
    units: 1,
  });
}
