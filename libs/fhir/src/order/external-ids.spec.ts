import { describe, expect, it } from '@jest/globals';
import type { Bundle } from 'fhir/r4';
import { message, order, orderPath, without } from '../testing/messages';
import { bodyOf, onlyOrder, refusals } from '../testing/read';

const fromSender = (sender: Partial<Bundle>, changes = {}) => onlyOrder({ ...message(changes), ...sender }).externalId;

describe('the external id of an order', () => {
  it('is its identifier under the system of that', () => {
    const identifier = [{ system: 'urn:example:orders', value: '17' }];
    expect(bodyOf(message({ identifier })).externalIds).toEqual(identifier);
  });

  it('is the official identifier when there are several, and the others are kept too', () => {
    const [usual, official, old] = [
      { use: 'usual' as const, system: 'urn:example:a', value: '1' },
      { use: 'official' as const, system: 'urn:example:b', value: '2' },
      { use: 'old' as const, system: 'urn:example:c', value: '3' },
    ];
    const { body, externalId } = onlyOrder(message({ identifier: [usual, old, official] }));
    expect(externalId).toEqual({ system: 'urn:example:b', value: '2' });
    expect(body.externalIds.map(({ value }) => value)).toEqual(['2', '1']);
  });

  it('is its id when it has no identifier with a value', () => {
    const identifier = [{ system: 'urn:example:orders' }];
    expect(fromSender({}, { identifier }).value).toBe('order-1');
  });

  it('stands under the system of the Bundle when it has none of its own', () => {
    const sender = { identifier: { system: 'urn:example:sender', value: 'message-1' } };
    expect(fromSender(sender)).toEqual({ system: 'urn:example:sender', value: 'order-1' });
    expect(fromSender(sender, { identifier: [{ value: '17' }] })).toEqual({
      system: 'urn:example:sender',
      value: '17',
    });
  });

  it('stands under the source of the Bundle, whichever message of it this is', () => {
    const sender = { meta: { source: 'https://ehr.example/fhir#message-1' } };
    expect(fromSender(sender).system).toBe('https://ehr.example/fhir');
  });

  it('stands under the endpoint of the message header', () => {
    const header = { resourceType: 'MessageHeader', source: { endpoint: 'https://ehr.example/mllp' } };
    const whole = { ...message(), entry: [...(message().entry ?? []), { resource: header }] };
    expect(onlyOrder(whole).externalId.system).toBe('https://ehr.example/mllp');
  });

  it('stands under the server that its fullUrl names', () => {
    const [first, ...others] = message().entry ?? [];
    const entry = [{ ...first, fullUrl: 'https://ehr.example/fhir/ServiceRequest/order-1' }, ...others];
    expect(onlyOrder({ ...message(), entry }).externalId.system).toBe('https://ehr.example/fhir');
  });

  it('is the UUID of its fullUrl when it has no id yet', () => {
    const uuid = '0b4a1c7e-2f5d-4c3b-9a8e-6d7f8a9b0c1d';
    const [, ...others] = message().entry ?? [];
    const entry = [{ resource: without(order, 'id'), fullUrl: `urn:uuid:${uuid}` }, ...others];
    expect(onlyOrder({ ...message(), entry }).externalId.value).toBe(uuid);
  });

  it('is refused when there are more than the ledger keeps', () => {
    const identifier = Array.from({ length: 21 }, (_, index) => ({
      system: 'urn:example:orders',
      value: String(index),
    }));
    expect(refusals(message({ identifier }))).toEqual([`too-costly ${orderPath}.identifier`]);
  });

  it('is needed', () => {
    const [, ...others] = message().entry ?? [];
    expect(refusals({ ...message(), entry: [{ resource: without(order, 'id') }, ...others] })).toEqual([
      `required ${orderPath}.identifier`,
    ]);
  });
});
