import fc from 'fast-check';
import { urgencies } from '@referral/values';
import type { ReferralCommand } from '../commands/referral-command';
import { reopenableStages } from '../stages';
import { closureOutcomes, consultNoteKinds } from '../values/vocabulary';
import { anyContentOrder, anyFarewell, anyRequirementOrder } from './arbitrary-orders/content-and-triage';
import { anyCoverageOrder, anyDocumentOrder } from './arbitrary-orders/coverage-and-documents';
import { anyCoordinationOrder } from './coordination/arbitrary-orders';
import * as orders from './orders';
import * as content from './orders/content';
import * as documents from './orders/documents';

const { changed } = orders;
const appointmentId = fc.constantFrom('appointment-1', 'appointment-2', 'appointment-3');
const documentId = fc.constantFrom('document-1', 'document-2', 'document-3');
const items = fc
  .uniqueArray(fc.constantFrom('referral_letter', 'lab', 'imaging_report'), { minLength: 1 })
  .map((codes) => codes.map((code) => ({ code })));
const reason = { code: 'other', comment: 'As agreed with the patient' };
const visitTime = fc.integer({ min: 6, max: 28 }).map((day) => {
  const date = `2026-03-${String(day).padStart(2, '0')}`;
  return { start: `${date}T14:00:00Z`, end: `${date}T14:30:00Z` };
});

const anyPlainOrder: fc.Arbitrary<ReferralCommand> = fc.oneof(
  fc
    .uniqueArray(fc.constantFrom('referral_letter', 'lab'))
    .map((missingItems) => changed(orders.receive, { missingItems })),
  fc
    .record({ items, blocksTriage: fc.boolean(), requestId: fc.constantFrom('request-1', 'request-2', 'request-3') })
    .map((asked) => changed(orders.requestInformation, asked)),
  items.map((received) => orders.without(changed(orders.informationIn, { items: received }), 'requestId')),
  fc
    .option(fc.constant({ approvedBy: 'lead-2', reason }), { nil: undefined })
    .map((override) => changed(orders.startTriage, override ? { override } : {})),
  fc.constantFrom(...urgencies).map((to) => changed(orders.setUrgency, { to })),
  fc.constant(orders.accept),
  fc.constant(changed(orders.decline, { reason })),
  fc
    .record({
      outcome: fc.constantFrom('active', 'active', 'inactive', 'unable'),
      authRequired: fc.constantFrom('no', 'no', 'yes', 'unknown'),
      asOfDate: fc.constantFrom('2026-03-02', '2026-02-01'),
    } as const)
    .map((answer) => changed(orders.verify, answer)),
  fc.tuple(appointmentId, visitTime).map(([id, time]) => changed(orders.schedule, { appointmentId: id, ...time })),
  fc.tuple(appointmentId, visitTime).map(([id, to]) => changed(orders.reschedule, { appointmentId: id, to })),
  appointmentId.map((id) => changed(orders.cancel, { appointmentId: id })),
  appointmentId.map((id) => changed(orders.attend, { appointmentId: id })),
  appointmentId.map((id) => changed(orders.noShow, { appointmentId: id })),
  fc.record({ documentId, kind: fc.constantFrom(...consultNoteKinds) }).map((note) => changed(orders.report, note)),
  fc.constant(orders.forward),
  fc.constant(orders.acknowledge),
  fc
    .constantFrom(...closureOutcomes, 'loop_closed' as const, 'loop_closed' as const)
    .map((closureOutcome) => changed(orders.close, { closureOutcome, reason })),
  fc.constantFrom(...reopenableStages).map((toStage) => changed(orders.reopen, { toStage, reason })),
  fc.constantFrom('note-1', 'note-2').map((noteId) => changed(orders.addNote, { noteId })),
);

/** Farewells end what the others need, so they are rare. */
const anyOrder: fc.Arbitrary<ReferralCommand> = fc.oneof(
  { weight: 20, arbitrary: anyPlainOrder },
  { weight: 6, arbitrary: anyContentOrder },
  { weight: 5, arbitrary: anyRequirementOrder },
  { weight: 6, arbitrary: anyCoverageOrder },
  { weight: 8, arbitrary: anyDocumentOrder },
  { weight: 40, arbitrary: anyCoordinationOrder },
  { weight: 2, arbitrary: anyFarewell },
);

const booked = changed(orders.schedule, { start: '2026-03-06T14:00:00Z', end: '2026-03-06T14:30:00Z' });

/** Orders that carry a referral through its life, so that random ones find it in every stage. */
const life: readonly ReferralCommand[] = [
  orders.receive,
  orders.startTriage,
  orders.setUrgency,
  orders.accept,
  orders.verify,
  booked,
  orders.attend,
  orders.report,
  orders.forward,
  orders.acknowledge,
  orders.close,
];

const withoutVisit = (instead: ReferralCommand): readonly ReferralCommand[] =>
  life.map((order) => (order === orders.attend ? instead : order));

/** A life that began as a draft, and one in which documents go out. */
const fromDraft: readonly ReferralCommand[] = [content.draft, content.submit, ...life.slice(1)];
const withDocuments: readonly ReferralCommand[] = [
  ...life.slice(0, 4),
  documents.attach,
  documents.scan,
  documents.compose,
  documents.transmit,
  documents.wentOut,
  ...life.slice(4),
];

/** A life whose validity ends on its fifth day. */
const soonOver = [
  changed(orders.receive, { validity: { start: '2026-03-01', end: '2026-03-06' } }),
  ...life.slice(1, 4),
  changed(orders.expire, { validUntil: '2026-03-06' }),
];

/** A life that ends with a withdrawal. */
const withdrawn = [...life.slice(0, 4), orders.requestCancellation, orders.confirmCancellation];

/** The same life, and lives in which the patient does not come or the visit is cancelled. */
const lives = [
  life,
  life,
  fromDraft,
  withDocuments,
  withoutVisit(orders.noShow),
  withoutVisit(orders.cancel),
  soonOver,
  withdrawn,
];

const start = Date.parse('2026-03-02T14:00:00Z');
const hour = 3_600_000;

/** The orders of a life with random ones in between, each taken some hours after the one before. */
export const arbitraryOrders: fc.Arbitrary<readonly ReferralCommand[]> = fc
  .tuple(
    fc.constantFrom(...lives),
    fc.integer({ min: 1, max: withDocuments.length }),
    fc.array(fc.tuple(fc.nat({ max: 400 }), anyOrder), { maxLength: 40 }),
    fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 60, maxLength: 60 }),
  )
  .map(([plain, length, extra, gaps]) => {
    const sequence: ReferralCommand[] = plain.slice(0, length);
    for (const [place, order] of extra) sequence.splice(1 + (place % sequence.length), 0, order);
    let now = start;
    return sequence.map((order, index) => {
      now += (gaps[index] ?? 1) * hour;
      return orders.at(order, new Date(now).toISOString());
    });
  });
