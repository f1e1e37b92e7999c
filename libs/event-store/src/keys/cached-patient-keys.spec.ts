import { describe, expect, it } from '@jest/globals';
import { CachedPatientKeys } from './cached-patient-keys';
import { InMemoryPatientKeys } from './in-memory-patient-keys';
import { KeysUnavailable } from './patient-keys';

const owner = { tenantId: 'clinic', ownerId: 'patient-1' };

/** Keys that count how often they are asked, and are down while told so. */
class CountingKeys extends InMemoryPatientKeys {
  asked = 0;
  down = false;
  override keyOf(asked: typeof owner) {
    this.asked += 1;
    return this.down ? Promise.reject(new KeysUnavailable('down')) : super.keyOf(asked);
  }
}

describe('Remembered keys', () => {
  it('are asked for once by many at the same time, and again after their time', async () => {
    let now = 1;
    const keys = new CountingKeys();
    const cached = new CachedPatientKeys(keys, { timeToLive: 100, now: () => now });
    await Promise.all([cached.keyOf(owner), cached.keyOf(owner), cached.keyOf(owner)]);
    now = 101;
    await cached.keyOf(owner);
    expect(keys.asked).toBe(1);
    now = 102;
    expect(cached.peekOf(owner)).toBeUndefined();
    await cached.keyOf(owner);
    expect(keys.asked).toBe(2);
  });

  it('are not used beyond their time while the keys are down, and a failure is not remembered', async () => {
    let now = 1;
    const keys = new CountingKeys();
    const cached = new CachedPatientKeys(keys, { timeToLive: 100, now: () => now });
    const { id } = await cached.keyOf(owner);
    keys.down = true;
    now = 200;
    await expect(cached.keyOf(owner)).rejects.toBeInstanceOf(KeysUnavailable);
    keys.down = false;
    expect((await cached.keyOf(owner)).id).toBe(id);
  });

  it('are forgotten at once when one is destroyed here', async () => {
    const cached = new CachedPatientKeys(new InMemoryPatientKeys());
    const { id } = await cached.keyOf(owner);
    await cached.destroy(owner);
    expect(cached.peekById(id)).toBeUndefined();
    expect(await cached.keyById(id)).toBeNull();
  });

  it('are not remembered when one was destroyed while they were being asked for', async () => {
    const keys = new InMemoryPatientKeys();
    const cached = new CachedPatientKeys(keys);
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const { id } = await keys.keyOf(owner);
    const asked = keys.keyOf(owner);
    keys.keyOf = async () => {
      await answered;
      return asked;
    };
    const late = cached.keyOf(owner);
    await cached.destroy(owner);
    answer();
    expect((await late).id).toBe(id);
    expect(cached.peekOf(owner)).toBeUndefined();
    expect(await cached.keyById(id)).toBeNull();
  });
});
