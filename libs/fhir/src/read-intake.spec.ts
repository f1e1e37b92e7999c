import { describe, expect, it } from '@jest/globals';
import { validate, version } from 'uuid';
import { readIntake } from './read-intake';
import {
  bundle,
  coverage,
  message,
  options,
  order,
  orderPath,
  patient,
  practitioner,
  without,
} from './testing/messages';
import { bodyOf, issuesOf, onlyOrder, refusals, taken } from './testing/read';

const text = JSON.stringify;

describe('a message with an order', () => {
  it('is read as the body of a ReceiveReferral command', () => {
    const { patientId, referringParty, coverageIds, ...body } = bodyOf(message());
    expect(body).toEqual({
      direction: 'incoming',
      type: 'consult',
      externalIds: [{ system: 'urn:referral-ledger:unnamed-source', value: 'order-1' }],
      requestedSpecialty: { system: 'http://snomed.info/sct', code: '394658006', display: 'Clinical specialty' },
      requestedService: {
        system: 'http://snomed.info/sct',
        code: '183519002',
        display: 'Referral to cardiology service',
      },
      clinicalQuestion: 'Referral to cardiology service',
      diagnoses: [],
      claimedUrgency: 'routine',
      validity: { start: '2026-11-02T09:30:00-05:00' },
      occurredAt: '2026-11-02T09:30:00-05:00',
      channel: 'ehr_fhir',
      sensitivity: [],
      missingItems: [],
    });
    expect(referringParty).toEqual({
      id: expect.any(String),
      type: 'provider',
      name: 'Dr Synthetic Referrer',
    });
    for (const id of [patientId, referringParty.id, ...coverageIds])
      expect([validate(id), version(id)]).toEqual([true, 5]);
    expect(coverageIds).toHaveLength(1);
  });

  it('names the place of the order and its external id beside the body', () => {
    const { expression, externalId } = onlyOrder(message());
    expect(expression).toBe(orderPath);
    expect(externalId).toEqual({ system: 'urn:referral-ledger:unnamed-source', value: 'order-1' });
  });

  it('gives each of its orders a command of its own', () => {
    const two = bundle(order, { ...order, id: 'order-2' }, patient, practitioner, coverage);
    const { commands } = taken(two);
    expect(commands.map(({ externalId }) => externalId.value)).toEqual(['order-1', 'order-2']);
    expect(new Set(commands.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(2);
  });

  it('is understood the same from a transaction, batch, collection, message, document or search', () => {
    const types = ['transaction', 'batch', 'collection', 'message', 'document', 'searchset'] as const;
    const bodies = types.map((type) => text(bodyOf({ ...message(), type })));
    expect(new Set(bodies).size).toBe(1);
  });

  it('counts top-level entries only', () => {
    const nested = bundle({ ...order, id: 'order-of-others' }, patient);
    const { commands } = taken(bundle(nested, order, patient, practitioner));
    expect(commands.map(({ externalId }) => externalId.value)).toEqual(['order-1']);
    expect(refusals(bundle(nested))).toEqual(['required Bundle.entry']);
  });

  it('is refused when two of its orders have the same external id', () => {
    const identifier = [{ system: 'urn:example:orders', value: '17' }];
    const twins = bundle({ ...order, identifier }, { ...order, id: 'order-2', identifier }, patient, practitioner);
    expect(refusals(twins)).toEqual(['duplicate Bundle.entry[1].resource']);
  });

  it('is refused when it holds more orders than are taken in at once', () => {
    const many = Array.from({ length: 101 }, (_, index) => ({ ...order, id: `order-${index}` }));
    expect(refusals(bundle(...many, patient, practitioner))).toEqual(['too-costly Bundle.entry']);
    expect(taken(bundle(...many.slice(1), patient, practitioner)).commands).toHaveLength(100);
  });
});

describe('the same message again', () => {
  it('has the same idempotency key, whatever the clock says', () => {
    const later = readIntake(message(), { ...options, now: '2026-12-24T00:00:00.000Z' });
    expect(later).toEqual(readIntake(message(), options));
    expect(onlyOrder(message()).idempotencyKey).toMatch(/^[\x21-\x7e]{1,128}$/);
  });

  it('has the same idempotency key when its members come in another order', () => {
    const reversed = Object.fromEntries(Object.entries(order).reverse());
    const [first, ...others] = message().entry ?? [];
    const other = { ...message(), entry: [{ ...first, resource: reversed }, ...others] };
    expect(onlyOrder(other).idempotencyKey).toBe(onlyOrder(message()).idempotencyKey);
  });

  it('has another key and the same external id when the order was changed', () => {
    const [before, after] = [onlyOrder(message()), onlyOrder(message({ priority: 'urgent' }))];
    expect(after.idempotencyKey).not.toBe(before.idempotencyKey);
    expect(after.externalId).toEqual(before.externalId);
  });
});

describe('a message that cannot be understood', () => {
  it('is refused with all that is wrong, and nothing of it is taken in', () => {
    const unsigned = without(order, 'requester', 'authoredOn');
    const wrong = { ...unsigned, id: 'order-2', priority: 'soon', subject: { reference: 'Patient/nobody' } };
    const good = { ...order, id: 'order-3' };
    const two = {
      ...bundle(good, patient, practitioner, { ...practitioner, id: 'practitioner-2' }),
      type: 'collection',
    };
    const both = { ...two, entry: [...(two.entry ?? []), { resource: wrong }] };
    expect(refusals(both)).toEqual([
      'not-found Bundle.entry[4].resource.subject.reference',
      'required Bundle.entry[4].resource.requester',
      'required Bundle.entry[4].resource.authoredOn',
      'code-invalid Bundle.entry[4].resource.priority',
    ]);
    expect(readIntake(both, options)).not.toHaveProperty('commands');
  });

  it('is refused without a word of what it says', () => {
    const secret = 'Doe-1962-07-04';
    const leaky = {
      ...message({
        subject: { reference: `Patient/${secret}` },
        authoredOn: secret,
        note: [{ text: 'x'.repeat(10_001) }],
      }),
      [secret]: secret,
    };
    const told = text(issuesOf({ ...leaky, type: 'searchset', meta: secret }));
    expect(told).not.toContain(secret);
    expect(issuesOf(leaky).length).toBeGreaterThan(2);
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'Bundle'],
    ['a list', [message()]],
    ['a resource of another type', patient],
    ['an object of no type', {}],
    ['a type that was inherited', Object.create({ resourceType: 'Bundle' })],
  ])('is refused when it is %s', (_, value) => {
    expect(refusals(value)).toEqual(['not-supported $this']);
  });

  it('is told about the first hundred problems when it has thousands', () => {
    const entry = Array.from({ length: 1000 }, () => ({ resource: { resourceType: 'ServiceRequest' } }));
    const issues = issuesOf({ resourceType: 'Bundle', type: 'collection', entry });
    expect(issues).toHaveLength(101);
    expect(issues.at(-1)?.diagnostics).toContain('more than 100');
  });
});
