import {
  type Authorization,
  type AuthorizationEvent,
  type OpenedAuthorization,
  undecidedStages,
} from '@referral/authorization';
import { authorizationSubject } from './authorization';
import { ask, type Errand, type Outcome } from './errand';
import { askAgainAt, inquireAt } from './payer-question';
import { clearTimer, type Decision, type Process, setTimer, type Timer } from './process';

const undecided: readonly OpenedAuthorization['stage'][] = undecidedStages;

const memberOf = ({ patientId, request, authorizationId }: OpenedAuthorization) => ({
  ...{ patientId, coverageId: request.coverageId, authorizationId },
});

const submit = (authorization: OpenedAuthorization, { about }: Timer): readonly Decision[] => {
  const { stage, authorizationId, referralId, request } = authorization;
  if (stage !== 'draft') return [];
  const { level, services } = request;
  const failures = Number(about?.['failures'] ?? 0);
  const traceNumber = authorizationId;
  const asked = services.map(({ code, units, from, to }) => ({ code, units, from, to }));
  return [
    ask({
      kind: 'authorization',
      ...memberOf(authorization),
      traceNumber,
      referralId,
      level,
      services: asked,
      failures,
    }),
  ];
};

const inquire = (authorization: OpenedAuthorization, { about }: Timer): readonly Decision[] => {
  const { stage, authorizationId, pend } = authorization;
  if (!undecided.includes(stage) || !pend) return [];
  const number = Number(about?.['number'] ?? 1);
  const traceNumber = `${authorizationId}.${number}`;
  const { payerReference } = pend;
  return [ask({ kind: 'authorization_inquiry', ...memberOf(authorization), traceNumber, payerReference, number })];
};

const wait = (timerId: 'submit' | 'inquire', at: string, about?: Timer['about']): Decision =>
  setTimer(timerId, at, about);

/** A request without an answer is sent again; a pended one is asked about. */
const goOn = (question: Errand, outcome: Outcome, { stage }: OpenedAuthorization, now: string): readonly Decision[] => {
  if (question.kind === 'authorization_inquiry' || outcome.outcome === 'answered') {
    const number = question.kind === 'authorization_inquiry' ? question.number + 1 : 1;
    return undecided.includes(stage) ? [wait('inquire', inquireAt(now, number), { number })] : [];
  }
  if (question.kind !== 'authorization' || outcome.outcome !== 'unanswered' || stage !== 'draft') return [];
  const failures = question.failures + 1;
  return [wait('submit', askAgainAt(now, failures, outcome.mayPass), { failures })];
};

/**
 * Sends an authorization to the payer that a process has opened, and asks what became of it while the payer has not decided. What people have
 * opened they send themselves.
 */
export const authorizationSubmission: Process<Authorization, AuthorizationEvent> = {
  name: 'authorizationsubmission',
  subject: authorizationSubject,
  react: (trigger, authorization, _, now) => {
    if (authorization.stage === 'none') return [];
    if (trigger.kind === 'outcome') return goOn(trigger.errand, trigger.outcome, authorization, now);
    if (trigger.kind === 'timer')
      return trigger.timer.timerId === 'submit'
        ? submit(authorization, trigger.timer)
        : inquire(authorization, trigger.timer);
    const { type, metadata } = trigger.fact;
    if (type === 'AuthorizationOpened') return metadata.actor.kind === 'system' ? [wait('submit', now)] : [];
    return [clearTimer('submit'), ...(undecided.includes(authorization.stage) ? [] : [clearTimer('inquire')])];
  },
};
