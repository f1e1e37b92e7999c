import { describe, expect, it } from '@jest/globals';
import type { IntakeCommand } from './commands/intake-command';
import type { IntakeEvent } from './events/intake-event';
import { intakeInvariants, type IntakeInvariantCode } from './invariants';
import {
  actor,
  backdated,
  but,
  by,
  changed,
  convert,
  extract,
  flagged,
  given,
  histories,
  match,
  received,
  referral,
  reject,
  without,
} from './testing';

type Breach = readonly [history: readonly IntakeEvent[], order: IntakeCommand];
type Elsewhere = 'IDEMPOTENCY_KEY_REUSED' | 'REVISION_MISMATCH' | 'VALIDATION_FAILED';

/** Codes that another part answers, because no history of one item shows that they are broken. */
const answeredElsewhere: readonly Elsewhere[] = ['IDEMPOTENCY_KEY_REUSED', 'REVISION_MISMATCH', 'VALIDATION_FAILED'];

const { matched } = histories;

/** One way to break each invariant. */
const breaches: Readonly<Record<Exclude<IntakeInvariantCode, Elsewhere>, Breach>> = {
  INTAKE_NOT_FOUND: [[], match],
  REFERRAL_NOT_FOUND: [matched, changed(convert, { referral: null })],
  DUPLICATE_EXTERNAL_ID: [[...matched, but(flagged, { basis: 'external_id' })], convert],
  PATIENT_MISMATCH: [matched, changed(convert, { referral: { ...referral, patientId: 'patient-2' } })],
  ILLEGAL_TRANSITION: [[received], convert],
  ROLE_NOT_PERMITTED: [[received], by(extract, actor('reviewer-1', 'clinical_reviewer'))],
  READ_ONLY_ROLE: [[received], by(extract, actor('auditor-1', 'compliance', 'intake'))],
  CONTRADICTS_RECORD: [matched, changed(convert, { referral: { ...referral, intakeId: 'intake-0' } })],
  REASON_REQUIRED: [[received], without(reject, 'reason')],
  COMMENT_REQUIRED: [[received], changed(reject, { reason: { code: 'other' } })],
  BACKDATE_NOT_ALLOWED: [[received], backdated(reject, '2026-03-02T08:59:59-05:00')],
  CHRONOLOGY_VIOLATION: [matched, backdated(reject, '2026-03-02T09:19:00-05:00')],
};

describe('the invariants', () => {
  it.each(Object.entries(breaches))('%s is answered when it is broken', (code, [history, order]) => {
    given(...history)
      .when(order)
      .thenRejected(code);
  });

  it('are all broken above, or answered elsewhere', () => {
    expect(Object.keys(intakeInvariants).sort()).toEqual([...Object.keys(breaches), ...answeredElsewhere].sort());
  });
});
