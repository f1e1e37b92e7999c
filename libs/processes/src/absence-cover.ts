import { CoverReferral, referralAggregate } from '@referral/referral';
import { staffAggregate, type StaffEvent, type StaffMember, type StaffState } from '@referral/staff';
import { pick } from '@referral/values';
import { send } from './errand';
import { type Decision, type Process, setTimer, type Trigger } from './process';
import { eachFound, lookUp, search } from './question';

/** How often referrals are looked for that came to somebody who is away, ms. */
const LOOK_AGAIN_MS = 24 * 3_600_000;

type Absence = StaffMember['absences'][number];

const prefix = 'away-';

const begin = ({ absenceId, from, to }: Absence, now: string): readonly Decision[] =>
  Date.parse(to) <= Date.parse(now)
    ? []
    : [setTimer(`${prefix}${absenceId}`, Date.parse(from) > Date.parse(now) ? from : now)];

/** It begins, or goes on: whoever is there of those named stands in, also for what has come in the meantime. */
const goOn = ({ absences }: StaffMember, timerId: string, now: string): readonly Decision[] => {
  const absence = absences.find(({ absenceId }) => timerId === `${prefix}${absenceId}`);
  if (!absence || absence.cover.length === 0 || Date.parse(absence.to) <= Date.parse(now)) return [];
  const next = Date.parse(now) + LOOK_AGAIN_MS;
  return [
    lookUp('staff', absence.cover, { absenceId: absence.absenceId }),
    ...(next < Date.parse(absence.to) ? [setTimer(timerId, new Date(next).toISOString())] : []),
  ];
};

/** What was found of those who could stand in, or of what they stand in for. */
const heard = (trigger: Trigger<StaffEvent>, { userId, absences }: StaffMember): readonly Decision[] => {
  if (trigger.kind !== 'outcome') return [];
  const { errand, outcome } = trigger;
  if (errand.kind === 'look_up' && outcome.outcome === 'found') {
    const [coveringId] = outcome.values;
    return coveringId === undefined ? [] : [search('coordinatorId', userId, { ...errand.about, coveringId })];
  }
  return eachFound(trigger, (referralId, { absenceId, coveringId = '' }) => {
    const absence = absences.find((known) => known.absenceId === absenceId);
    const basis = absence && { until: absence.to, absence: pick(absence, 'absenceId', 'from', 'to') };
    return send(referralAggregate, referralId, CoverReferral, { coveringId, coveredId: userId, until: '', ...basis });
  });
};

/** Has the first of those named who is there stand in for somebody who is away, for every open referral, until the absence ends. */
export const absenceCover: Process<StaffState, StaffEvent> = {
  name: 'absencecover',
  subject: {
    category: staffAggregate.category,
    initialView: staffAggregate.decider.initialState,
    evolve: (view, fact) => staffAggregate.decider.evolve(view, fact),
  },
  react: (trigger, member, _, now) => {
    if (member.stage === 'none') return [];
    switch (trigger.kind) {
      case 'fact':
        return trigger.fact.type === 'AbsenceRecorded' ? begin(trigger.fact.data, now) : [];
      case 'timer':
        return goOn(member, trigger.timer.timerId, now);
      case 'outcome':
        return heard(trigger, member);
    }
  },
};
