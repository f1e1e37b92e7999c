import type { Telling } from '../step';
import { acting, documentOf, integration, staff, system } from '../world';
import { assigned } from './assignment';
import { completed } from './completeness';
import { contentOf, headOf } from './content';
import type { ReferralCase } from './referral-case';
import type { Goes } from './referral';

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
