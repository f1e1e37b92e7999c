import { randomUUID } from 'node:crypto';
import type { Parts } from '../parts';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { partsInMemory } from '../testing/parts-in-memory';
import { ReferralStream } from './referral-stream';

describe('the stream of a referral', () => {
  let parts: Parts;
  let stream: ReferralStream;
  beforeEach(() => {
    parts = partsInMemory();
    stream = new ReferralStream(parts.store, parts.codec);
  });

  /** An event that no version of the program can open, as it may come from a newer one. */
  const append = (metadata: object) =>
    parts.store.append(
      'referral-1',
      [{ id: randomUUID(), type: 'FromTheFuture', data: { secret: 'text' }, metadata }],
      'any',
    );

  const toldTo = async (tenantId: string): Promise<number> => {
    let events = 0;
    for await (const { reason } of stream.tell(tenantId, '1')) events += reason === undefined ? 0 : 1;
    return events;
  };

  it('tells its own tenant also what cannot be opened', async () => {
    await append({ tenantId: 'clinic' });
    expect(await toldTo('clinic')).toBe(1);
  });

  it.each([
    ['another tenant’s', { tenantId: 'clinic' }],
    ['nobody’s', {}],
  ])('is not there for whom its first event is %s, readable or not', async (_, metadata) => {
    await append(metadata);
    await expect(toldTo('other')).rejects.toMatchObject({ code: 'REFERRAL_NOT_FOUND' });
    expect(await stream.first('other', '1')).toBeNull();
  });

  it('breaks off before a later event of another tenant', async () => {
    await append({ tenantId: 'clinic' });
    await append({ tenantId: 'other' });
    await expect(toldTo('clinic')).rejects.toMatchObject({ code: 'REFERRAL_NOT_FOUND' });
  });
});
