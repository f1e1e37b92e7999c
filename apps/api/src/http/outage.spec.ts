import { describe, expect, it } from '@jest/globals';
import { StreamUnreadable } from '@referral/event-store';
import { outageOf } from './outage';

describe('an outage', () => {
  it('is a history that cannot be read here, until its key or a newer program is there', () => {
    const outage = outageOf(new StreamUnreadable('referral-1', 3n, 'there is no data key k1'));
    expect(outage).toMatchObject({ code: 'STREAM_UNREADABLE' });
    expect(outage?.message).not.toContain('k1');
  });
});
