import type { Referral, ReferralEvent, RegisteredReferral } from '@referral/referral';
import { clocksStartedBy, clocksStoppedBy, defaultPolicy, type TriggeringEvent } from '@referral/sla-policy';
import type { ClockId } from '@referral/values';

type Test = (after: RegisteredReferral) => boolean;

const awaitsRebooking: Test = ({ stage }) => stage === 'visit_missed' || stage === 'visit_cancelled';

/** What must hold, beside the fact, for a clock to start: there is nothing left to wait for otherwise. */
const startsOnlyIf: Readonly<Partial<Record<ClockId, Test>>> = {
  K2: ({ facets }) => !facets.acceptance,
  K4: ({ facets }) => !('verifiedAt' in facets.eligibility),
  K10: awaitsRebooking,
  K11: ({ facets }) => !facets.report,
};

/** What must hold, beside the fact, for a clock to stop. */
const stopsOnlyIf: Readonly<Partial<Record<ClockId, Test>>> = {
  K3: ({ facets }) => facets.informationRequests.every(({ open }) => open.length === 0),
};

/** What stops a clock whatever the fact: its question no longer arises. */
const stopsWhen: Readonly<Partial<Record<ClockId, Test>>> = {
  K10: (after) => !awaitsRebooking(after),
};

/** What the policy calls the states of an authorization that a referral hears of. */
const authorizationFacts: Readonly<Record<string, string>> = {
  submitted: 'AuthorizationSubmitted',
  approved: 'AuthorizationApproved',
  partially_approved: 'AuthorizationPartiallyApproved',
  modified: 'AuthorizationModified',
  denied: 'AuthorizationDenied',
  no_action_required: 'AuthorizationNotRequiredByPayer',
  contact_payer: 'AuthorizationContactPayer',
};

/** A fact in the words of the policy. */
const inPolicyWords = (fact: TriggeringEvent): TriggeringEvent => {
  const status = fact.type === 'AuthorizationStatusReflected' && 'status' in fact.data ? String(fact.data.status) : '';
  return { type: authorizationFacts[status] ?? fact.type, data: fact.data };
};

/** The clocks that a reopening starts: the promise that the stage stands under in which work begins anew. */
const restartedBy = (fact: ReferralEvent, { facets }: RegisteredReferral): readonly ClockId[] => {
  if (fact.type !== 'ReferralReopened') return [];
  switch (fact.data.toStage) {
    case 'received':
      return facets.completeness.missing.length === 0 ? ['K2'] : ['K1'];
    case 'accepted':
      return ['K4', 'K8'];
    case 'visit_completed':
      return ['K11'];
    case 'report_received':
      return facets.report && facets.report.forwardedTo.length > 0 ? ['K12'] : [];
  }
};

/** Triage began before the referral was complete: nothing else will tell that it is as complete as it gets. */
const beganOnOverride = (fact: ReferralEvent): boolean =>
  fact.type === 'TriageStarted' && fact.data.override !== undefined;

/** The clocks that a fact starts. */
export const startedClocks = (fact: ReferralEvent, after: RegisteredReferral): readonly ClockId[] => {
  const named = clocksStartedBy(defaultPolicy, inPolicyWords(fact)).map(({ clock }) => clock);
  const begun = new Set([...named, ...restartedBy(fact, after), ...(beganOnOverride(fact) ? (['K2'] as const) : [])]);
  return [...begun].filter((clock) => startsOnlyIf[clock]?.(after) ?? true);
};

/** The instant from which a clock runs that a fact starts. */
export const startOf = (clock: ClockId, fact: ReferralEvent, { cycle, registration }: RegisteredReferral): string =>
  clock === 'K2' && beganOnOverride(fact) && cycle === 1 ? registration.receivedAt : fact.occurredAt;

/** Whether a fact stops a clock that runs. */
export const stopsOn = (clock: ClockId, fact: ReferralEvent, after: Referral): boolean => {
  if (after.stage === 'none') return false;
  const named = clocksStoppedBy(defaultPolicy, inPolicyWords(fact)).some((stopped) => stopped.clock === clock);
  return (named && (stopsOnlyIf[clock]?.(after) ?? true)) || (stopsWhen[clock]?.(after) ?? false);
};
