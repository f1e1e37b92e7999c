import { describe, expect, it } from '@jest/globals';
import { message } from '../testing/messages';
import { refusals, taken } from '../testing/read';

describe('a Bundle', () => {
  it.each(['history', 'transaction-response', 'batch-response', 'subscription-notification'])(
    'of type %s carries no orders and is refused',
    (type) => {
      expect(refusals({ ...message(), type })).toEqual(['not-supported Bundle.type']);
    },
  );

  it.each(['GET', 'DELETE', 'PATCH'])('is refused when an entry of it asks for %s', (method) => {
    const entry = [
      ...(message().entry ?? []),
      { resource: { resourceType: 'Basic' }, request: { method, url: 'Basic/1' } },
    ];
    expect(refusals({ ...message(), entry })).toEqual(['not-supported Bundle.entry[4].request.method']);
    expect(refusals({ ...message(), type: 'batch', entry })).toHaveLength(1);
    expect(taken({ ...message(), type: 'collection', entry }).commands).toHaveLength(1);
  });

  it('is refused where an entry holds no resource, or one without type or with an impossible id', () => {
    const entry = [
      ...(message().entry ?? []),
      {},
      { resource: { id: 'typeless' } },
      { resource: { resourceType: 'Basic', id: 'not an id' } },
      'no entry',
    ];
    expect(refusals({ ...message(), entry })).toEqual([
      'required Bundle.entry[4].resource',
      'required Bundle.entry[5].resource.resourceType',
      'value Bundle.entry[6].resource.id',
      'structure Bundle.entry[7]',
    ]);
  });

  it('may hold resources of which the intake knows nothing', () => {
    const entry = [...(message().entry ?? []), { resource: { resourceType: 'Basic', id: 'b', code: 'anything' } }];
    expect(taken({ ...message(), entry }).commands).toHaveLength(1);
  });

  it('is refused without an order', () => {
    expect(refusals({ resourceType: 'Bundle', type: 'collection' })).toEqual(['required Bundle.entry']);
  });
});
