import type { Telling } from '../step';
import { dateOf, dayMs, hourMs, stamp } from '../virtual-time';
import { acting, documentOf, integration, staff, system } from '../world';
import type { ReferralCase } from './referral-case';
import type { Goes } from './referral';

/** Days for which a referral is valid. */
const VALID_DAYS = 120;

/** A referral comes in, as a draft, as a message or at once, and is assigned; what is missing is asked for. */
export function* arrival(one: ReferralCase): Telling<Goes> {
  const { draws, story } = one;
  if (one.rests('draft') || draws.chance(0.08)) {
    if ((yield* drafted(one)) === 'no_further') return 'no_further';
  } else if (draws.chance(0.35)) yield* asMessage(one);
  else yield* received(one, draws.pick(['portal', 'ehr_fhir', 'phone']));
  if (one.referralId === '') return 'no_further';
  if (one.rests('received')) return 'no_further';
  yield* assigned(one);
  if (one.fate === 'in_error') {
    story.wait(2, 30);
    yield* one.tell('MarkEnteredInError', one.lead, {
      reason: { code: 'raised_in_error', comment: 'Sent twice under two names of the office.' },
    });
    return 'no_further';
  }
  return yield* completed(one);
}

const validityOf = (one: ReferralCase) => {
  const days = one.fate === 'expired' ? 30 : VALID_DAYS;
  one.validUntil = dateOf(one.story.now + days * dayMs);
  return { start: dateOf(one.story.now), end: one.validUntil };
};

const isIncomplete = (one: ReferralCase): boolean => one.rests('awaiting_information') || one.draws.chance(0.22);

const missingOf = (one: ReferralCase): readonly string[] => {
  const [, ...others] = one.specialty.items;
  return isIncomplete(one) ? others : [];
};

/** What it says beside where it goes. */
const contentOf = (one: ReferralCase): object => {
  const { draws, specialty, person } = one;
  one.missing = missingOf(one);
  return {
    clinicalQuestion: specialty.question,
    diagnoses: [specialty.diagnosis],
    type: draws.pick(['consult', 'evaluate_and_treat', 'second_opinion']),
    claimedUrgency: draws.share({ routine: 78, expedited: 8, urgent: 12, stat: 2 }),
    validity: validityOf(one),
    visitsRequested: 4,
    coverageIds: [person.coverageId],
    languagePreference: person.language,
    interpreterNeeded: person.interpreterNeeded,
    missingItems: one.missing,
  };
};

const headOf = ({ person, specialty }: ReferralCase): object => ({
  direction: 'incoming',
  patientId: person.patientId,
  requestedSpecialty: specialty.specialty,
  requestedService: specialty.service,
});

function* received(one: ReferralCase, channel: string, intakeId?: string): Telling {
  const by = channel === 'ehr_fhir' ? integration : acting(one.draws.pick(staff.intake));
  const outcome = yield* one.story.tell('ReceiveReferral', by, {
    ...headOf(one),
    referringParty: one.office,
    ...contentOf(one),
    channel,
    ...(intakeId === undefined ? {} : { intakeId }),
  });
  if (outcome.kind === 'done') one.referralId = outcome.id;
}

function* drafted(one: ReferralCase): Telling<Goes> {
  const { story, officeDesk } = one;
  const outcome = yield* story.tell('DraftReferral', officeDesk, {
    ...headOf(one),
    requestedBy: one.office,
    channel: 'portal',
  });
  if (outcome.kind === 'refused' || one.rests('draft')) return 'no_further';
  one.referralId = outcome.id;
  story.wait(1, 40);
  yield* one.tell('SubmitReferral', officeDesk, { submittedBy: officeDesk.userId, ...contentOf(one) });
  return 'on';
}

/** A fax, a letter or a mail is read and found to be about a patient before a referral is made of it. */
function* asMessage(one: ReferralCase): Telling {
  const { draws, story, person } = one;
  const channel = draws.share({ fax: 80, mail: 12, email: 8 });
  const document = { ...documentOf(draws, `scan-${one.number}`), kind: 'referral_letter' };
  const clerk = acting(draws.pick(staff.intake));
  const arrived = yield* story.tell('ReceiveIntakeItem', integration, {
    channel,
    senderRaw: `${one.office.name ?? ''}, about a synthetic patient`,
    documents: [document],
    transport: { messageId: `${channel}-${one.number}`, pages: document.pages },
  });
  if (arrived.kind === 'refused') return;
  const item = { id: arrived.id };
  const fields = [
    {
      field: 'patient.name',
      value: `Synthetic Patient ${person.number}`,
      confidence: draws.whole(70, 99) / 100,
      by: 'ocr',
    },
    { field: 'service', value: one.specialty.code, confidence: draws.whole(60, 99) / 100, by: 'ocr' },
  ];
  story.tick(0.02, 0.2);
  yield* story.tell('ExtractIntakeData', system, { fields }, item);
  story.tick(0.02, 0.1);
  const candidates = [
    { patientId: person.patientId, score: draws.whole(80, 99) / 100, evidence: ['birth_date_equal', 'name_similar'] },
  ];
  yield* story.tell('ProposePatientMatch', system, { candidates }, item);
  story.wait(0.1, 6);
  yield* story.tell('ConfirmPatientMatch', clerk, { patientId: person.patientId, method: 'demographic_review' }, item);
  story.tick(0.05, 0.2);
  yield* received(one, channel, arrived.id);
  story.tick(0.02, 0.05);
  yield* story.tell(
    'ConvertToReferral',
    clerk,
    { referralId: one.referralId },
    {
      ...item,
      lookedUp: { referral: { patientId: person.patientId, intakeId: arrived.id } },
    },
  );
}

function* assigned(one: ReferralCase): Telling {
  const { draws, story, coordinator, lead } = one;
  story.wait(0.2, 5);
  const { userId, team } = coordinator;
  if (draws.chance(0.7))
    yield* one.tell('AssignReferral', lead, {
      teamId: team,
      coordinatorId: userId,
      rule: draws.pick(['skill', 'round_robin', 'manual']),
      assignee: { active: true, trained: true, inScope: true, underCapacity: true },
    });
  else yield* one.tell('ClaimReferral', coordinator, { coordinatorId: userId, teamId: team });
  if (!draws.chance(0.4)) return;
  story.tick(0.02, 0.1);
  yield* one.tell('AddNote', coordinator, { text: `Synthetic note: ${draws.pick(preferences)}.`, visibility: 'team' });
}

const preferences = ['prefers mornings', 'works shifts', 'comes with a relative', 'likes to be called after five'];

/** What is missing is asked for, and comes, sometimes only when it is asked for again. */
function* completed(one: ReferralCase): Telling<Goes> {
  const { draws, story, coordinator } = one;
  const items = one.missing;
  if (items.length === 0) return 'on';
  if (draws.chance(0.15)) {
    // Somebody is too quick: triage waits for what is missing.
    story.wait(0.1, 1);
    yield* one.tell('StartTriage', one.reviewer, { reviewerId: one.reviewer.userId });
  }
  story.wait(0.2, 8);
  if (draws.chance(0.25))
    yield* one.tell('ReturnReferralIncomplete', coordinator, { items, to: one.office, educationSent: 'requirements' });
  else yield* asked(one, items);
  if (one.rests('awaiting_information')) return 'no_further';
  story.wait(24, 140);
  if (draws.chance(0.2)) {
    yield* asked(one, items);
    story.wait(24, 100);
  }
  const received = items.map((code) => ({ code, documentId: `document-${one.number}-${code}` }));
  yield* one.tell('RecordInformationReceived', acting(draws.pick(staff.intake)), { items: received, from: one.office });
  return 'on';
}

function* asked(one: ReferralCase, items: readonly string[]): Telling {
  yield* one.tell('RequestMissingInformation', one.coordinator, {
    items: items.map((code) => ({ code })),
    askedOf: one.office,
    channel: 'fax',
    dueAt: stamp(one.story.now + 5 * 24 * hourMs),
    blocksTriage: true,
  });
}
