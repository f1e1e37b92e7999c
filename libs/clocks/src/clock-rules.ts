import { isTerminal, type ReferralEvent, type RegisteredReferral } from '@referral/referral';
import { clocksStartedBy, clocksStoppedBy } from '@referral/sla-policy';
import type { ClockId } from '@referral/values';
import { inPolicyWords } from './policy-words';

type Test = (after: RegisteredReferral) => boolean;

const awaitsRebooking: Test = ({ stage }) => stage === 'visit_missed' || stage === 'visit_cancelled';

const awaitsSubmission: Test = ({ facets }) => facets.authorization === 'required';

const awaitsPayer: Test = ({ facets }) => facets.authorization === 'submitted' || facets.authorization === 'pended';

const isNotAccepted: Test = ({ facets }) => facets.acceptance === null;

/** What must hold, beside the fact, for a clock to start: there is nothing left to wait for otherwise. */
const startsOnlyIf: Readonly<Partial<Record<ClockId, Test>>> = {
  K2: isNotAccepted,
  K4: ({ facets }) => facets.eligibility.status === 'unknown' || facets.eligibility.status === 'pending',
  K5: awaitsSubmission,
  K10: awaitsRebooking,
  K11: ({ facets }) => !facets.report,
};

/** What must hold, beside the fact, for a clock to have its answer. */
const answeredOnlyIf: Readonly<Partial<Record<ClockId, Test>>> = {
  K3: ({ facets }) => facets.informationRequests.every(({ open }) => open.length === 0),
};

/** When the question of a clock no longer arises, whatever the fact. */
const mootWhen: Readonly<Partial<Record<ClockId, Test>>> = {
  K4: isNotAccepted,
  K5: (after) => !awaitsSubmission(after),
  K6: (after) => !awaitsPayer(after),
  K7: (after) => isNotAccepted(after) || after.facets.appointments.length > 0,
  K8: isNotAccepted,
  K10: (after) => !awaitsRebooking(after),
  K12: ({ facets }) => facets.report?.forwardedTo.length === 0,
  K14: ({ stage }) => stage !== 'cancellation_requested',
};

/** Triage began before the referral was complete: nothing else will tell that it is as complete as it gets. */
const beganOnOverride = (fact: ReferralEvent): boolean =>
  fact.type === 'TriageStarted' && fact.data.override !== undefined;

/**
 * The clocks that start anew where the facts that started them before are not repeated: by the promise that the stage stands under in
 * which work begins again after a reopening, and for the triage of an order that is redirected. What lacks items is acknowledged anew
 * by asking for them, and triaged once they are in.
 */
const restartedBy = (fact: ReferralEvent, { facets }: RegisteredReferral): readonly ClockId[] => {
  const isComplete = facets.completeness.missing.length === 0;
  if (fact.type === 'ReferralRedirected') return fact.data.successorId === undefined && isComplete ? ['K2'] : [];
  if (fact.type !== 'ReferralReopened') return [];
  switch (fact.data.toStage) {
    case 'received':
      return isComplete ? ['K2'] : ['K1'];
    case 'accepted':
      return ['K4', 'K8'];
    case 'visit_completed':
      return ['K11'];
    case 'report_received':
      return facets.report && facets.report.forwardedTo.length > 0 ? ['K12'] : [];
  }
};

/** The clocks that a fact starts unless they run already. */
export const startedClocks = (fact: ReferralEvent, after: RegisteredReferral): readonly ClockId[] => {
  const begun = [...clocksStartedBy(inPolicyWords(fact)), ...restartedBy(fact, after)];
  if (beganOnOverride(fact)) begun.push('K2');
  return begun.filter((clock) => startsOnlyIf[clock]?.(after) ?? true);
};

/** The instant from which a clock runs that a fact starts. */
export const startOf = (clock: ClockId, fact: ReferralEvent, { cycle, registration }: RegisteredReferral): string =>
  clock === 'K2' && beganOnOverride(fact) && cycle === 1 ? registration.receivedAt : fact.occurredAt;

/** How a fact ends a clock that runs: by an answer, or because its question no longer arises; `null`: it goes on. */
export const ending = (
  fact: ReferralEvent,
  after: RegisteredReferral,
): ((clock: ClockId) => 'answered' | 'moot' | null) => {
  const named = clocksStoppedBy(inPolicyWords(fact));
  const isOver = isTerminal(after.stage);
  return (clock) => {
    if (named.includes(clock) && (answeredOnlyIf[clock]?.(after) ?? true)) return 'answered';
    return isOver || mootWhen[clock]?.(after) ? 'moot' : null;
  };
};
