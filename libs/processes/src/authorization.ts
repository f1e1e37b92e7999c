import {
  type Authorization,
  authorizationAggregate,
  type AuthorizationEvent,
  endOfValidity,
  ExpireAuthorization,
  EXPIRING_WITHIN_DAYS,
  type OpenedAuthorization,
  RecordDecisionOverdue,
  RecordExpiring,
  undecidedStages,
  usableStages,
} from '@referral/authorization';
import { ReflectAuthorizationStatus, referralAggregate } from '@referral/referral';
import { send } from './errand';
import { clearTimer, type Decision, type Process, setTimer, type Subject } from './process';

const DAY_MS = 86_400_000;

/** Some stages of an authorization. */
type Stages = readonly OpenedAuthorization['stage'][];

const undecided: Stages = undecidedStages;
const usable: Stages = usableStages;

/** A prior authorization, as its own rules see it. */
export const authorizationSubject: Subject<Authorization, AuthorizationEvent> = {
  category: authorizationAggregate.category,
  initialView: authorizationAggregate.decider.initialState,
  evolve: (view, fact) => authorizationAggregate.decider.evolve(view, fact),
};

/** The referral hears how the authorization stands. */
const reflect = (view: OpenedAuthorization): Decision => {
  const { authorizationId, referralId, stage, granted } = view;
  const sum = (units: readonly number[]): number => units.reduce((total, one) => total + one, 0);
  const approved = sum(granted?.units.map((one) => one.approved) ?? []);
  const used = sum(granted?.units.map((one) => one.used) ?? []);
  return send(referralAggregate, referralId, ReflectAuthorizationStatus, {
    authorizationId,
    status: stage,
    ...(granted?.validity && { validity: granted.validity }),
    ...(granted && granted.units.length > 0 && { unitsApproved: approved, unitsRemaining: approved - used }),
    ...(granted?.number && { number: granted.number }),
    ...awaited(view),
  });
};

/** Until when somebody has to act, as far as the present stage waits for it. */
const awaited = ({ stage, submissions, pend, denial }: OpenedAuthorization): object => {
  const decisionDueAt = undecided.includes(stage) ? submissions.at(-1)?.decisionDueAt : undefined;
  const infoDueAt = stage === 'pended' ? pend?.infoDueAt : null;
  const appealDeadline = stage === 'denied' ? denial?.appealDeadline : null;
  return {
    ...(decisionDueAt && { decisionDueAt }),
    ...(infoDueAt && { infoDueAt }),
    ...(appealDeadline && { appealDeadline }),
  };
};

/** When the payer's time is over, when the end of the validity is near, and when it has come. */
const deadlines = ({ stage, submissions, granted }: OpenedAuthorization): ReadonlyMap<string, number> => {
  const submission = submissions.at(-1);
  const end = granted?.validity ? endOfValidity(granted.validity) : null;
  const found = new Map<string, number>();
  if (submission && !submission.overdue && undecided.includes(stage))
    found.set('decision', Date.parse(submission.decisionDueAt));
  if (end === null || !usable.includes(stage)) return found;
  // A whole day less than the limit is left from here on.
  if (granted?.expiringNoted !== granted?.validity?.end)
    found.set('expiring', end - (EXPIRING_WITHIN_DAYS + 1) * DAY_MS + 1);
  return found.set('expired', end);
};

const keep = (authorization: OpenedAuthorization): readonly Decision[] => {
  const found = deadlines(authorization);
  return ['decision', 'expiring', 'expired'].map((timerId) => {
    const at = found.get(timerId);
    return at === undefined ? clearTimer(timerId) : setTimer(timerId, new Date(at).toISOString());
  });
};

const commands = { decision: RecordDecisionOverdue, expiring: RecordExpiring, expired: ExpireAuthorization } as const;

const isDeadline = (timerId: string): timerId is keyof typeof commands => Object.hasOwn(commands, timerId);

/** Keeps a referral's copy of its authorization current, and tells when the payer is late and when the validity ends. */
export const authorization: Process<Authorization, AuthorizationEvent> = {
  name: 'authorizationfollowup',
  subject: authorizationSubject,
  react: (trigger, view) => {
    if (view.stage === 'none' || trigger.kind === 'outcome') return [];
    if (trigger.kind === 'fact') return [reflect(view), ...keep(view)];
    const { timerId } = trigger.timer;
    if (!isDeadline(timerId) || !deadlines(view).has(timerId)) return [];
    return [send(authorizationAggregate, view.authorizationId, commands[timerId], {})];
  },
};
