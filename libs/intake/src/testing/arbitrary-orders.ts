import { at, changed } from '@referral/values/testing';
import fc from 'fast-check';
import type { IntakeCommand } from '../commands/intake-command';
import { attachments, duplicateBases, matchMethods } from '../vocabulary';
import * as orders from './orders';

const patientId = fc.constantFrom('patient-1', 'patient-2');
const referralId = fc.constantFrom('referral-1', 'referral-2');
const reason = fc.constantFrom({ code: 'spam' }, { code: 'other' }, undefined);

const anyOrder: fc.Arbitrary<IntakeCommand> = fc.oneof(
  fc.constantFrom('fax' as const, 'mail' as const).map((channel) => changed(orders.receive, { channel })),
  fc.boolean().map((clinicalConcernRaised) => changed(orders.record, { clinicalConcernRaised })),
  fc.boolean().map((warmTransfer) => changed(orders.escalate, { warmTransfer })),
  fc.constantFrom('extraction-1', 'extraction-2').map((id) => changed(orders.extract, { extractionId: id })),
  fc.constantFrom('confirmation-1', 'confirmation-2').map((id) => changed(orders.confirmField, { confirmationId: id })),
  patientId.map((id) => changed(orders.propose, { candidates: [{ patientId: id, score: 0.5, evidence: [] }] })),
  fc.constantFrom(...duplicateBases).map((basis) => changed(orders.flag, { basis })),
  fc.record({ patientId, method: fc.constantFrom(...matchMethods) }).map((matched) => changed(orders.match, matched)),
  fc
    .record({ referralId, referral: fc.constantFrom(orders.referral, { patientId: 'patient-2', intakeId: 'other' }) })
    .map((known) => changed(orders.convert, known)),
  fc.record({ referralId, as: fc.constantFrom(...attachments) }).map((filed) => changed(orders.attach, filed)),
  reason.map((why) => changed(orders.reject, why ? { reason: why } : {})),
  fc.constantFrom('intake-0', orders.receive.intakeId).map((id) => changed(orders.markDuplicate, { ofIntakeId: id })),
);

const plain = [orders.extract, orders.propose, orders.match];

/** The orders of some lives, so that random ones find an item in every stage. */
const lives: readonly (readonly IntakeCommand[])[] = [
  [orders.receive, ...plain, orders.convert],
  [orders.receive, ...plain, orders.attach],
  [orders.record, orders.escalate, ...plain, orders.convert],
  [orders.receive, orders.extract, orders.reject],
  [orders.receive, orders.markDuplicate],
];

const start = Date.parse('2026-03-02T14:00:00Z');

/** The orders of a life with random ones in between, each taken some minutes after the one before. */
export const arbitraryOrders: fc.Arbitrary<readonly IntakeCommand[]> = fc
  .tuple(
    fc.constantFrom(...lives),
    fc.nat({ max: 5 }),
    fc.array(fc.tuple(fc.nat({ max: 400 }), anyOrder), { maxLength: 15 }),
  )
  .map(([life, length, extra]) => {
    const sequence: IntakeCommand[] = life.slice(0, length + 1);
    for (const [place, order] of extra) sequence.splice(1 + (place % sequence.length), 0, order);
    return sequence.map((order, index) => at(order, new Date(start + index * 600_000).toISOString()));
  });
