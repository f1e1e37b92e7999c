import { at, changed } from '@referral/values/testing';
import fc from 'fast-check';
import type { AuthorizationCommand } from '../commands/authorization-command';
import { levels } from '../clock-rules';
import { peerToPeerOutcomes, reviewOutcomes } from '../vocabulary';
import * as orders from './orders';
import { imaging, therapy } from './facts';

const decision = fc.constantFrom(
  ...[orders.approve, orders.approvePartly, orders.modify, orders.deny, orders.waive, orders.askToCall],
  changed(orders.deny, { denialReason: {} }),
);

const anyOrder: fc.Arbitrary<AuthorizationCommand> = fc.oneof(
  fc.constantFrom('coverage-1', 'coverage-2').map((coverageId) => changed(orders.open, { coverageId })),
  fc.constantFrom('submission-1', 'submission-2').map((id) => changed(orders.submit, { submissionId: id })),
  fc.constantFrom('payer-77', 'payer-78').map((payerReference) => changed(orders.pend, { payerReference })),
  fc.constantFrom('trace-2', 'trace-3').map((traceNumber) => changed(orders.inform, { traceNumber })),
  decision,
  decision,
  fc.constantFrom(orders.recordOverdue, orders.recordExpiring, orders.expire, orders.requestTalk, orders.cancel),
  fc.constantFrom(...peerToPeerOutcomes).map((outcome) => changed(orders.recordTalk, { outcome })),
  fc.constantFrom(...levels).map((kind) => changed(orders.appeal, { kind })),
  fc.constantFrom(...reviewOutcomes).map((outcome) => changed(orders.decideAppeal, { outcome })),
  fc
    .record({
      appointmentId: fc.constantFrom('appointment-1', 'appointment-2', 'appointment-3'),
      service: fc.constantFrom(imaging, therapy),
      units: fc.integer({ min: 1, max: 4 }),
    })
    .map((use) => changed(orders.useTwo, use)),
  fc
    .constantFrom('2026-07-31', '2026-09-30', '2026-01-01')
    .map((end) => changed(orders.extend, { new: { start: '2026-03-10', end } })),
  fc.constant(orders.requestExtension),
);

const { open, submit } = orders;
const appealed = [open, submit, orders.deny, orders.requestTalk, orders.appeal];

/** The orders of some lives, so that random ones find an authorization in every stage. */
const lives: readonly (readonly AuthorizationCommand[])[] = [
  [open, submit, orders.pend, orders.inform, orders.approve, orders.useTwo, orders.cancel],
  [open, submit, orders.modify, orders.useTwo],
  [open, submit, orders.approvePartly, orders.expire, orders.extend],
  [...appealed, orders.decideAppeal, orders.approve],
  [open, submit, orders.deny, orders.requestTalk, orders.recordTalk],
  [open, submit, orders.waive],
  [open, submit, orders.askToCall],
];

const start = Date.parse('2026-03-16T10:00:00Z');
const DAY_MS = 86_400_000;

/** The orders of a life with random ones in between, each taken some days after the one before. */
export const arbitraryOrders: fc.Arbitrary<readonly AuthorizationCommand[]> = fc
  .tuple(
    fc.constantFrom(...lives),
    fc.nat({ max: 7 }),
    fc.array(fc.tuple(fc.nat({ max: 400 }), anyOrder), { maxLength: 12 }),
    fc.integer({ min: 1, max: 40 }),
  )
  .map(([life, length, extra, days]) => {
    const sequence: AuthorizationCommand[] = life.slice(0, length + 1);
    for (const [place, order] of extra) sequence.splice(1 + (place % sequence.length), 0, order);
    return sequence.map((order, index) => at(order, new Date(start + index * days * DAY_MS).toISOString()));
  });
