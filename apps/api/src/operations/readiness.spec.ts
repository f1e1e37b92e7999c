import { describe, expect, it } from '@jest/globals';
import { aggregates } from '@referral/aggregates';
import { EventCodec, InMemoryPatientKeys, KeysUnavailable } from '@referral/event-store';
import { partsInMemory } from '../testing/parts-in-memory';
import { Readiness } from './readiness';

/** Keys under a key-encryption key that does not open them. */
class ClosedKeys extends InMemoryPatientKeys {
  override check(): Promise<void> {
    return Promise.reject(new KeysUnavailable('data key k1 was wrapped by another key-encryption key'));
  }
}

describe('readiness', () => {
  it('tells that the patients’ keys cannot be had, and why', async () => {
    const { store, readModels, clock } = partsInMemory();
    const codec = new EventCodec({ aggregates, keys: new ClosedKeys() });
    const { ready, checks } = await new Readiness(store, codec, readModels, clock).report();
    expect(ready).toBe(false);
    expect(checks.keys).toEqual({
      ok: false,
      detail: 'data key k1 was wrapped by another key-encryption key',
    });
  });
});
