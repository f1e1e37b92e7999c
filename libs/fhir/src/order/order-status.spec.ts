import { describe, expect, it } from '@jest/globals';
import { message, orderPath } from '../testing/messages';
import { onlyOrder, refusals, remarks, taken } from '../testing/read';

describe('the intent of a ServiceRequest', () => {
  it.each(['order', 'original-order', 'reflex-order', 'instance-order'] as const)('%s is received', (intent) => {
    expect(onlyOrder(message({ intent })).body.channel).toBe('ehr_fhir');
    expect(remarks(message({ intent }))).toEqual([]);
  });

  it.each(['proposal', 'plan', 'directive', 'option', 'filler-order'] as const)('%s is left aside', (intent) => {
    expect(taken(message({ intent })).commands).toEqual([]);
    expect(remarks(message({ intent }))).toEqual([`information informational ${orderPath}.intent`]);
  });

  it('is refused when FHIR does not know it', () => {
    expect(
      refusals({ ...message(), entry: [{ resource: { ...message().entry?.[0]?.resource, intent: 'wish' } }] }),
    ).toContain(`code-invalid ${orderPath}.intent`);
  });
});

describe('the status of a ServiceRequest', () => {
  it('active is received', () => {
    expect(remarks(message({ status: 'active' }))).toEqual([]);
  });

  it('completed is received, because its report may still be owed, and remarked on', () => {
    expect(onlyOrder(message({ status: 'completed' })).externalId.value).toBe('order-1');
    expect(remarks(message({ status: 'completed' }))).toEqual([`warning business-rule ${orderPath}.status`]);
  });

  it('draft is left aside', () => {
    expect(taken(message({ status: 'draft' })).commands).toEqual([]);
    expect(remarks(message({ status: 'draft' }))).toEqual([`information informational ${orderPath}.status`]);
  });

  it.each(['on-hold', 'revoked', 'entered-in-error', 'unknown'] as const)(
    '%s is refused, because the sender must not believe that it was heard',
    (status) => {
      expect(refusals(message({ status }))).toEqual([`not-supported ${orderPath}.status`]);
    },
  );

  it('does not matter when nobody was authorized to act anyway', () => {
    expect(taken(message({ intent: 'plan', status: 'revoked' })).commands).toEqual([]);
  });
});

describe('an order that must not be taken at face value', () => {
  it('is refused when it prohibits what it names', () => {
    expect(refusals(message({ doNotPerform: true }))).toEqual([`not-supported ${orderPath}.doNotPerform`]);
    expect(taken(message({ doNotPerform: false })).commands).toHaveLength(1);
  });

  it('is refused when an extension that nobody here knows changes its meaning', () => {
    const modifierExtension = [{ url: 'urn:example:only-on-full-moon', valueBoolean: true }];
    expect(refusals(message({ modifierExtension }))).toEqual([`extension ${orderPath}.modifierExtension[0]`]);
    expect(refusals(message({ implicitRules: 'urn:example:rules' }))).toEqual([
      `not-supported ${orderPath}.implicitRules`,
    ]);
  });
});
