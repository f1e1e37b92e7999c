import {
  activeAppointments,
  CloseReferral,
  isTerminal,
  openFollowUps,
  type Referral,
  referralAggregate,
  type ReferralEvent,
  type RegisteredReferral,
} from '@referral/referral';
import { businessDaysAfter } from './business-days';
import { send } from './errand';
import { clearTimer, type Process, setTimer } from './process';
import { referralSubject } from './subjects/referral';

/** How a referral could be closed as it stands. */
type Proposal = 'loop_closed' | 'service_confirmed_no_report_expected';

/** Facts after which there may be something to propose. */
const occasions: readonly ReferralEvent['type'][] = ['ReportAcknowledged', 'ServiceConfirmed', 'FollowUpCompleted'];

/** The report was answered. A reopening and a corrected report take that back. */
const isAnswered = ({ stage, facets }: RegisteredReferral): boolean =>
  stage === 'report_received' && Boolean(facets.report?.acknowledged);

/** The service was rendered, in this cycle nothing else is booked, and no report has come. */
const isRendered = ({ stage, facets, cycle }: RegisteredReferral): boolean =>
  facets.confirmedServices.length > 0 &&
  cycle === 1 &&
  !facets.report &&
  stage !== 'cancellation_requested' &&
  activeAppointments(facets.appointments).length === 0;

const proposalFor = (referral: RegisteredReferral): Proposal | null => {
  const { facets, stage } = referral;
  if (isTerminal(stage) || facets.dispute?.status === 'open' || openFollowUps(facets).length > 0) return null;
  if (isAnswered(referral)) return 'loop_closed';
  return isRendered(referral) ? 'service_confirmed_no_report_expected' : null;
};

const close = ({ registration, facets }: RegisteredReferral, closureOutcome: Proposal, evidence: string) => {
  const loop = closureOutcome === 'loop_closed';
  return send(referralAggregate, registration.referralId, CloseReferral, {
    closureOutcome,
    evidenceEventIds: [evidence],
    patientInformed: loop && facets.report?.acknowledged?.disposition === 'patient_contacted',
    referrerInformed: loop,
    ...(!loop && { reason: { code: 'service_confirmed' } }),
  });
};

/**
 * Proposes to close a referral whose report was answered, or whose service was rendered where no report is expected: it stands in the
 * queue of those that are ready to close, and is closed by this process when nobody has closed it, or found something to do, in time.
 */
export const closure: Process<Referral, ReferralEvent> = {
  name: 'closure',
  subject: referralSubject,
  react: (trigger, referral, { timers }, _, site) => {
    if (referral.stage === 'none' || trigger.kind === 'outcome') return [];
    const proposal = proposalFor(referral);
    if (trigger.kind === 'timer') {
      const { outcome, evidence } = trigger.timer.about ?? {};
      return proposal !== null && proposal === outcome ? [close(referral, proposal, String(evidence))] : [];
    }
    const { fact } = trigger;
    if (proposal === null) return [clearTimer('close')];
    if (timers['close'] || !occasions.includes(fact.type)) return [];
    const dueAt = businessDaysAfter(fact.occurredAt, site.closeAfterBusinessDays, site);
    return [setTimer('close', dueAt, { outcome: proposal, evidence: fact.metadata.eventId })];
  },
};
