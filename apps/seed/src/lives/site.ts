import type { PartyRef } from '@referral/values';
import { Draws } from '../draws';
import type { Span } from '../plan';
import { Story } from '../story';
import type { Telling } from '../step';
import { dateOf, dayMs, monthsAfter, stamp, timeZone } from '../virtual-time';
import { acting, admin, type Plan, plans, type Specialty, staff } from '../world';

/** Months after the beginning at which policies and plans change. */
const CHANGE_AFTER_MONTHS = 9;

const changeAt = ({ from }: Span): number => monthsAfter(from, CHANGE_AFTER_MONTHS);

/** When the offices work, with the next holidays as another version. */
export function* calendarLife(name: string, id: string, span: Span): Telling {
  const story = new Story(new Draws(name, 'calendar'), span.from);
  const calendar = { timeZone, workDays: [1, 2, 3, 4, 5], opensAt: '09:00', closesAt: '17:00' };
  const first = Number(dateOf(span.from).slice(0, 4));
  const holidays = [first, first + 1].flatMap((year) => [`${String(year)}-07-04`, `${String(year)}-12-25`]);
  yield* story.tell('PublishBusinessCalendar', admin, { ...calendar, holidays });
  story.until(changeAt(span));
  yield* story.tell(
    'PublishBusinessCalendarVersion',
    admin,
    { ...calendar, holidays: [...holidays, `${String(first + 2)}-07-04`] },
    { id },
  );
}

const hours = (amount: number) => ({ amount, unit: 'hours' });
const triageWithin = (routine: number) => ({
  clock: 'K2',
  allowed: { stat: hours(1), urgent: hours(4), expedited: hours(8), routine: hours(routine) },
});

/** What the site promises about time; half way it promises more, from the next week on. */
export function* policyLife(name: string, id: string, calendarId: string, span: Span): Telling {
  const story = new Story(new Draws(name, 'policy'), span.from + 60_000);
  yield* story.tell('PublishSlaPolicy', admin, { calendarId, clocks: [triageWithin(48)] });
  story.until(changeAt(span)).wait(1, 4);
  const effectiveFrom = stamp(story.now + 7 * dayMs);
  yield* story.tell(
    'PublishSlaPolicyVersion',
    admin,
    { calendarId, clocks: [triageWithin(24)], effectiveFrom },
    { id },
  );
}

/** A plan says what it wants authorized; half way it wants more. */
export function* planLife(name: string, { code, payerId, name: title }: Plan, id: string, span: Span): Telling {
  const story = new Story(new Draws(name, 'plan-profile', code), span.from + 120_000);
  const rule = (serviceCategory: string, authNeeded: string) => ({
    serviceCategory,
    authNeeded,
    referralRequired: true,
    submissionChannels: ['portal', 'fax'],
    decisionHours: { standard: 168, expedited: 72 },
  });
  const profile = { payerId, name: title };
  yield* story.tell('PublishPlanProfile', admin, { ...profile, rules: [rule('imaging', 'required')] });
  story.until(changeAt(span)).wait(1, 8);
  const rules = [rule('imaging', 'required'), rule('procedure', 'required')];
  yield* story.tell('PublishPlanProfileVersion', admin, { ...profile, rules }, { id });
}

/** What a referral to a specialty must bring. */
export function* requirementsLife(name: string, { code, specialty, items }: Specialty, span: Span): Telling {
  const story = new Story(new Draws(name, 'requirements', code), span.from + 180_000);
  const required = items.map((item) => ({
    code: item,
    label: item.replaceAll('_', ' '),
    mandatory: true,
    acceptableKinds: ['clinical_note', 'other'],
  }));
  yield* story.tell('PublishRequirementSet', admin, { specialty, items: required });
}

/** An office becomes known, and hears now and then what a referral must bring. */
export function* officeLife(name: string, { id: partyId, name: title }: PartyRef, id: string, span: Span): Telling {
  const draws = new Draws(name, 'office', partyId);
  const story = new Story(draws, span.from + 240_000);
  const coordinator = acting(draws.pick(staff.coordinator));
  yield* story.tell('RegisterOffice', admin, { partyId, name: title, preferredChannel: draws.pick(['fax', 'portal']) });
  for (let time = 0; time < 4; time += 1) {
    story.wait(60 * 24, 150 * 24);
    const outcome = yield* story.tell('SendEducation', coordinator, { topic: 'requirements', channel: 'fax' }, { id });
    const educationId = outcome.kind === 'done' ? (outcome.ids['educationId'] ?? '') : '';
    story.wait(10, 100);
    if (draws.chance(0.7)) yield* story.tell('AcknowledgeEducation', coordinator, { educationId }, { id });
  }
}

/** A clinic in the directory: its plans, its room, its promises; checked twice a year, and one of them closed for a while. */
export function* clinicLife(name: string, clinic: PartyRef, specialty: Specialty, id: string, span: Span): Telling {
  const draws = new Draws(name, 'clinic', clinic.id);
  const story = new Story(draws, span.from + 300_000);
  const about = { id };
  yield* story.tell('AddDirectoryEntry', admin, {
    kind: 'specialist',
    name: clinic.name,
    locations: [`${String(draws.whole(1, 90))} Example Street`],
    channels: [{ channel: 'fax', address: `+1-202-555-${String(draws.whole(1000, 9999))}`, verifiedAt: story.stamp }],
    acceptedPlans: plans.map(({ code }) => `plan-${code}`),
    languages: ['en', ...(draws.chance(0.5) ? ['es'] : [])],
    telehealth: draws.chance(0.5),
    acceptanceCriteria: specialty.items,
  });
  for (const { code } of plans) {
    story.tick(0.01, 0.05);
    yield* story.tell(
      'ChangeNetworkParticipation',
      admin,
      { planId: `plan-${code}`, status: 'in_network', from: dateOf(span.from) },
      about,
    );
  }
  yield* story.tick(0.1, 1).tell(
    'RecordPartnerAgreement',
    admin,
    {
      documentId: `agreement-${clinic.id}`,
      responsibilities: ['Sends the report in ten days'],
      effective: dateOf(span.from),
    },
    about,
  );
  const closes = draws.chance(0.3);
  for (let half = 0; half < 3; half += 1) {
    story.wait(10 * 24, 60 * 24);
    yield* story.tell(
      'VerifyDirectoryEntry',
      admin,
      { method: 'phone', nextDueAt: stamp(story.now + 180 * dayMs) },
      about,
    );
    story.wait(1, 10);
    yield* story.tell(
      'ReportCapacity',
      admin,
      {
        status: draws.pick(['open', 'open', 'limited', 'waitlist']),
        thirdNextAvailableDays: draws.whole(3, 40),
      },
      about,
    );
    if (!closes || half !== 1) continue;
    story.wait(24, 240);
    yield* story.tell('SuspendDirectoryEntry', admin, { reason: { code: 'closed_for_works' } }, about);
    story.wait(10 * 24, 20 * 24);
    yield* story.tell('ReinstateDirectoryEntry', admin, {}, about);
  }
}
