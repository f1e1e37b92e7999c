import {
  AssignReferral,
  isSensitive,
  isTerminal,
  type Referral,
  referralAggregate,
  type ReferralEvent,
  type RegisteredReferral,
} from '@referral/referral';
import { searchAssignees } from './assignee';
import { type Outcome, send } from './errand';
import { mostSuitable } from './most-suitable';
import { clearTimer, type Decision, type Process, setTimer } from './process';
import { isRecent } from './recent';
import { type ArrivedReferral, arrivedReferralSubject, type Receipt } from './subjects/arrived-referral';

/** How often somebody is looked for while nobody can take it, ms. */
const LOOK_AGAIN_MS = 24 * 3_600_000;

/** It is open, nobody has it, and it needs no care in who gets it: what is more than normally sensitive is given by a lead or a reviewer (ADR 21). */
const mayBeRouted = (referral: Referral): referral is RegisteredReferral =>
  referral.stage !== 'none' &&
  !isTerminal(referral.stage) &&
  !isSensitive(referral.registration) &&
  referral.facets.assignment.coordinatorId === null;

const look = ({ registration, facets }: RegisteredReferral): Decision => {
  const { teamId } = facets.assignment;
  return searchAssignees({
    specialty: registration.requestedSpecialty.code,
    ...(teamId !== null && { teamId }),
  });
};

const again = (now: string): Decision => setTimer('look', new Date(Date.parse(now) + LOOK_AGAIN_MS).toISOString());

/** It is given to one of those who were found. Where all are away or full, or it was refused, somebody is looked for again. */
const heard = (
  outcome: Outcome,
  { registration }: RegisteredReferral,
  { language }: Receipt,
  now: string,
): readonly Decision[] => {
  if (outcome.outcome !== 'assignees') return [again(now)];
  const { referralId } = registration;
  const assignee = mostSuitable(outcome.assignees, referralId, language);
  if (!assignee) return outcome.others ? [again(now)] : [];
  const { teamId, userId: coordinatorId } = assignee;
  return [send(referralAggregate, referralId, AssignReferral, { teamId, coordinatorId, rule: 'skill' })];
};

/**
 * Gives a referral that has come in to a coordinator who knows its specialty and can take it. While all of them are away or full, it is
 * unassigned for everybody to see, and somebody is looked for again daily, as long as it is recent.
 */
export const routing: Process<ArrivedReferral, ReferralEvent> = {
  name: 'routing',
  subject: arrivedReferralSubject,
  react: (trigger, { referral, receipt, givenBack }, _, now) => {
    if (receipt === null) return [];
    // Why somebody did not keep it is for people to weigh.
    if (!mayBeRouted(referral) || givenBack || !isRecent(receipt.recordedAt, now)) return [clearTimer('look')];
    switch (trigger.kind) {
      case 'fact':
        // It is looked for when the timer fires, so that one that was read late asks nothing for what is long assigned.
        return trigger.fact.type === 'ReferralReceived' ? [setTimer('look', now)] : [];
      case 'timer':
        return [look(referral)];
      case 'outcome':
        return heard(trigger.outcome, referral, receipt, now);
    }
  },
};
