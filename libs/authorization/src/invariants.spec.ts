import { describe, expect, it } from '@jest/globals';
import type { AuthorizationCommand } from './commands/authorization-command';
import type { AuthorizationEvent } from './events/authorization-event';
import { type AuthorizationInvariantCode, authorizationInvariants } from './invariants';
import {
  actor,
  approve,
  backdated,
  by,
  cancel,
  changed,
  deny,
  expire,
  extend,
  given,
  histories,
  at,
  modify,
  open,
  opened,
  submit,
  used,
  useTwo,
  without,
} from './testing';

type Breach = readonly [history: readonly AuthorizationEvent[], order: AuthorizationCommand];
type Elsewhere = 'IDEMPOTENCY_KEY_REUSED' | 'REVISION_MISMATCH';

/** Codes that another part answers, because no history of one authorization shows that they are broken. */
const answeredElsewhere: readonly Elsewhere[] = ['IDEMPOTENCY_KEY_REUSED', 'REVISION_MISMATCH'];

const { approved, submitted } = histories;

/** One way to break each invariant. */
const breaches: Readonly<Record<Exclude<AuthorizationInvariantCode, Elsewhere>, Breach>> = {
  VALIDATION_FAILED: [approved, changed(extend, { new: { start: '2026-03-10', end: '2026-06-01' } })],
  AUTHORIZATION_NOT_FOUND: [[], submit],
  REFERRAL_NOT_FOUND: [[], changed(open, { referral: null })],
  DEADLINE_NOT_REACHED: [approved, at(expire, '2026-06-30T10:00:00Z')],
  APPROVED_UNITS_REQUIRED: [submitted, without(modify, 'units')],
  AUTHORIZATION_NOT_IN_FORCE: [approved, changed(useTwo, { serviceDate: '2026-03-09' })],
  AUTHORIZATION_UNITS_EXHAUSTED: [approved, changed(useTwo, { units: 7 })],
  NO_SUBMISSION: [[opened], approve],
  DENIAL_REASON_REQUIRED: [submitted, without(deny, 'denialReason')],
  ILLEGAL_TRANSITION: [approved, deny],
  ROLE_NOT_PERMITTED: [[opened], by(submit, actor('intake-1', 'intake'))],
  READ_ONLY_ROLE: [[opened], by(submit, actor('auditor-1', 'compliance', 'auth_specialist'))],
  CONTRADICTS_RECORD: [[...approved, used], changed(useTwo, { units: 1 })],
  REASON_REQUIRED: [[opened], without(cancel, 'reason')],
  COMMENT_REQUIRED: [[opened], changed(cancel, { reason: { code: 'other' } })],
  BACKDATE_NOT_ALLOWED: [[opened], backdated(submit, '2026-03-02T08:59:59Z')],
  CHRONOLOGY_VIOLATION: [submitted, backdated(deny, '2026-03-02T09:30:00Z')],
};

describe('the invariants', () => {
  it.each(Object.entries(breaches))('%s is answered when it is broken', (code, [history, order]) => {
    given(...history)
      .when(order)
      .thenRejected(code);
  });

  it('are all broken above, or answered elsewhere', () => {
    expect(Object.keys(authorizationInvariants).sort()).toEqual(
      [...Object.keys(breaches), ...answeredElsewhere].sort(),
    );
  });
});
