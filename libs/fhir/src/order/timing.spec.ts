import { describe, expect, it } from '@jest/globals';
import { bundle, message, options, order, orderPath, patient, practitioner, without } from '../testing/messages';
import { bodyOf, refusals } from '../testing/read';

describe('when an order was written', () => {
  it('is when its referral took effect', () => {
    expect(bodyOf(message({ authoredOn: '2025-01-31T23:59:59.5+14:00' })).occurredAt).toBe(
      '2025-01-31T23:59:59.5+14:00',
    );
  });

  it('is the midnight in UTC with which its day begins, when only the day is given', () => {
    expect(bodyOf(message({ authoredOn: '2026-11-30' })).occurredAt).toBe('2026-11-30T00:00:00Z');
  });

  it('is now at the latest', () => {
    expect(bodyOf(message({ authoredOn: options.now })).occurredAt).toBe(options.now);
    const future = ['2026-11-30T12:00:00.001Z', '2026-11-30T11:00:00-02:00', '2026-12-01'];
    for (const authoredOn of future)
      expect(refusals(message({ authoredOn }))).toEqual([`business-rule ${orderPath}.authoredOn`]);
  });

  it.each([
    '2026',
    '2026-11',
    '2026-02-30',
    '2026-11-02T09:30:00',
    '2026-11-02T24:00:00Z',
    '11/02/2026',
    '0026-11-02',
    '1899-12-31',
    '1899-12-31T23:00:00Z',
    '9999-01-01',
  ])('is refused when it is %s', (authoredOn) => {
    expect(refusals(message({ authoredOn }))).toEqual([`value ${orderPath}.authoredOn`]);
  });

  it('is needed', () => {
    const entry = [without(order, 'authoredOn'), patient, practitioner].map((resource) => ({ resource }));
    expect(refusals({ ...bundle(), entry })).toEqual([`required ${orderPath}.authoredOn`]);
  });
});

describe('how long an order holds', () => {
  it('is from the day it was written, without end', () => {
    expect(bodyOf(message({ authoredOn: '2026-11-02' })).validity).toEqual({ start: '2026-11-02' });
  });

  it('is the period in which its service is to happen', () => {
    const body = bodyOf(message({ occurrencePeriod: { start: '2026-12-01', end: '2027-02-28' } }));
    expect(body.validity).toEqual({ start: '2026-12-01', end: '2027-02-28' });
    expect(body.requestedBy).toBe('2027-02-28');
  });

  it('is refused when the period ends before it starts', () => {
    const ending = (end: string) => message({ occurrencePeriod: { start: '2026-12-01T09:00:00Z', end } });
    expect(refusals(ending('2026-11-30'))).toEqual([`invariant ${orderPath}.occurrencePeriod`]);
    expect(bodyOf(ending('2026-12-01')).validity.end).toBe('2026-12-01');
  });
});

describe('the day by which a service is wanted', () => {
  it('is the day on which it is to happen', () => {
    expect(bodyOf(message({ occurrenceDateTime: '2026-12-24T08:00:00-05:00' })).requestedBy).toBe('2026-12-24');
  });

  it('is unknown when the order does not tell', () => {
    expect(bodyOf(message())).not.toHaveProperty('requestedBy');
  });
});
