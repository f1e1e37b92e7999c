import { describe, expect, it } from '@jest/globals';
import type { ReferralEvent } from './events/referral-event';
import type { ReferralCommand } from './commands/referral-command';
import { invariants, type InvariantCode } from './invariants';
import {
  accept,
  accepted,
  acknowledge,
  actor,
  addNote,
  at,
  attend,
  attended,
  auditor,
  backdated,
  but,
  by,
  cancel,
  changed,
  close,
  complete,
  coordinator,
  decline,
  declined,
  eligible,
  everyone,
  forwarded,
  given,
  histories,
  informationIn,
  missed,
  noShow,
  received,
  receivedIncomplete,
  receivedUnderChecklist,
  reopen,
  report,
  schedule,
  scheduled,
  setUrgency,
  startTriage,
  triageStarted,
  urgencyAssigned,
  without,
  attach,
  authorized,
  compose,
  destinationClosed,
  documentFacts,
  markInError,
  scan,
  supersede,
  verifyItem,
  transmit,
  wentOut,
} from './testing';
import { coordinationBreaches } from './testing/coordination/breaches';

/** Codes that another part answers, because no history of one referral shows that they are broken. */
const answeredElsewhere: readonly InvariantCode[] = [
  'VALIDATION_FAILED',
  'IDEMPOTENCY_KEY_REUSED',
  'REVISION_MISMATCH',
  'DUPLICATE_EXTERNAL_ID',
];

type Breach = readonly [history: readonly ReferralEvent[], order: ReferralCommand];
type DecidedCode = Exclude<
  InvariantCode,
  'VALIDATION_FAILED' | 'IDEMPOTENCY_KEY_REUSED' | 'REVISION_MISMATCH' | 'DUPLICATE_EXTERNAL_ID'
>;

const { accepted: ready, scheduled: booked, visit_completed: seen, closed } = histories;
const another = changed(schedule, { appointmentId: 'appointment-2' });
const foreign = { ...actor('referrer-9', 'referring_party'), orgId: 'office-9' };
const unverified = [received, complete, triageStarted, urgencyAssigned, accepted];
const selfApproved = { approvedBy: everyone.userId, reason: { code: 'clinical_need' } };
const { attached, packed, sent } = documentFacts;
const part2 = { ...attached.data.document, sensitivity: ['part2'] };
const sensitivePackage = [
  but(attached, { document: part2 }),
  documentFacts.scanned,
  but(documentFacts.composed, { sensitivity: ['part2'] }),
];
const needed = but(eligible, { authRequired: 'yes' });
const missedTwice = [
  ...booked,
  missed,
  but(scheduled, { appointmentId: 'appointment-2' }),
  but(missed, { appointmentId: 'appointment-2' }),
];

/** One way to break each invariant. */
const breaches: Readonly<Record<DecidedCode, Breach>> = {
  REFERRAL_NOT_FOUND: [[], accept],
  APPOINTMENT_NOT_FOUND: [booked, changed(cancel, { appointmentId: 'appointment-9' })],
  INFORMATION_REQUEST_NOT_FOUND: [[receivedIncomplete], informationIn],
  DOCUMENT_NOT_FOUND: [[received], scan],
  ITEM_NOT_MET: [[receivedUnderChecklist, but(attached, { kind: 'other' })], verifyItem],
  PACKAGE_NOT_FOUND: [[received], transmit],
  TRANSMISSION_NOT_FOUND: [[received], wentOut],
  SUCCESSOR_REQUIRED: [ready, without(supersede, 'successorId')],
  CO_SIGNATURE_REQUIRED: [[received, ...sent], markInError],
  AUTHORIZATION_UNITS_EXHAUSTED: [[...unverified, needed, but(authorized, { unitsRemaining: 0 })], schedule],
  DESTINATION_NOT_AVAILABLE: [[...ready, destinationClosed], schedule],
  OUT_OF_NETWORK_DECISION_REQUIRED: [[...unverified, but(eligible, { network: 'out' })], schedule],
  DOCUMENT_NOT_CLEAN: [[received, attached], compose],
  MINIMUM_NECESSARY_REVIEW_REQUIRED: [[received, ...packed], changed(transmit, { purposeOfUse: 'HPAYMT' })],
  CONSENT_REQUIRED: [[received, ...sensitivePackage], transmit],
  PART2_NOTICE_MISSING: [
    [received, ...sensitivePackage, documentFacts.consented],
    changed(transmit, { consentIds: ['consent-1'] }),
  ],
  ADDRESS_UNVERIFIED: [[received, ...packed], without(transmit, 'addressVerifiedAt')],
  PATIENT_MISMATCH: [[received], changed(attach, { patientId: 'patient-2' })],
  REPEAT_WITHOUT_CHANGE: [histories.declined, changed(supersede, { to: declined.data.by })],
  CONTRADICTS_RECORD: [[...histories.report_received, forwarded], changed(report, { kind: 'corrected' })],
  MISSED_VISIT_POLICY: [
    missedTwice,
    at(changed(schedule, { appointmentId: 'appointment-3' }), '2026-03-16T12:00:00-04:00'),
  ],
  ILLEGAL_TRANSITION: [[received, complete], accept],
  ROLE_NOT_PERMITTED: [histories.in_triage, by(accept, actor('intake-1', 'intake'))],
  NOT_YOUR_SIDE: [[...histories.report_received, forwarded], by(acknowledge, foreign)],
  REFERRAL_TERMINAL: [closed, accept],
  URGENCY_REQUIRED: [[received, complete, triageStarted], accept],
  URGENCY_DOWNGRADE_FORBIDDEN: [[but(received, { claimedUrgency: 'stat' })], by(setUrgency, coordinator)],
  INCOMPLETE_REFERRAL: [[receivedIncomplete], startTriage],
  AUTHORIZATION_NOT_IN_FORCE: [[...unverified, but(eligible, { authRequired: 'yes' })], schedule],
  ELIGIBILITY_STALE: [unverified, schedule],
  COVERAGE_DECISION_REQUIRED: [[...unverified, but(eligible, { outcome: 'inactive' })], schedule],
  OUTSIDE_VALIDITY: [[but(received, { validity: { start: '2026-04-01' } }), ...ready.slice(1)], schedule],
  APPOINTMENT_OVERLAP: [booked, another],
  INTERPRETER_NOT_ARRANGED: [[but(received, { interpreterNeeded: true }), ...ready.slice(1)], schedule],
  VISIT_NOT_DUE: [booked, at(noShow, '2026-03-15T11:00:00-04:00')],
  OUTCOME_ALREADY_RECORDED: [histories.visit_missed, attend],
  REPORT_PREDATES_REFERRAL: [seen, changed(report, { authoredAt: '2026-03-01T09:00:00-05:00' })],
  LOOP_EVIDENCE_MISSING: [histories.report_received, close],
  OUTREACH_NOT_EXHAUSTED: [ready, changed(close, { closureOutcome: 'unable_to_contact' })],
  REASON_REQUIRED: [histories.in_triage, without(decline, 'reason')],
  COMMENT_REQUIRED: [closed, changed(reopen, { reason: { code: 'closed_in_error' } })],
  BACKDATE_NOT_ALLOWED: [[received], backdated(addNote, '2026-03-02T08:59:59-05:00')],
  CHRONOLOGY_VIOLATION: [histories.in_triage, backdated(accept, '2026-03-02T09:30:00-05:00')],
  READ_ONLY_ROLE: [[received], by(addNote, auditor)],
  SELF_APPROVAL: [[receivedIncomplete], changed(startTriage, { override: selfApproved })],
  VISIT_LIMIT_REACHED: [
    [but(received, { visitsRequested: 1 }), ...ready.slice(1), scheduled, attended],
    at(
      changed(another, { start: '2026-03-17T10:00:00-04:00', end: '2026-03-17T10:30:00-04:00' }),
      '2026-03-16T12:00:00-04:00',
    ),
  ],
  ...coordinationBreaches,
};

describe('the invariants', () => {
  it.each(Object.entries(breaches))('%s is answered when it is broken', (code, [history, order]) => {
    given(...history)
      .when(order)
      .thenRejected(code);
  });

  it('are all broken above, or answered elsewhere', () => {
    const known = [...Object.keys(breaches), ...answeredElsewhere].sort();
    expect(Object.keys(invariants).sort()).toEqual(known);
  });

  it('have a status and a sentence each', () => {
    for (const { status, sentence } of Object.values(invariants)) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(sentence).toMatch(/^[A-Z].*\.$/);
    }
  });
});
