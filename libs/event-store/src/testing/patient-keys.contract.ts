import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { KeyLost, type PatientKeys } from '../keys/patient-keys';

/** Opens the keys of one process; several may be open on the same keys at once. */
export type StartKeys = () => Promise<{ readonly open: () => PatientKeys; readonly stop: () => Promise<void> }>;

/** What every PatientKeys promises. */
export const patientKeysContract = (name: string, start: StartKeys): void => {
  describe(`${name} as patients' keys`, () => {
    let open: () => PatientKeys;
    let stop: () => Promise<void>;
    const someone = () => ({ tenantId: 'clinic', ownerId: randomUUID() });

    beforeAll(async () => {
      ({ open, stop } = await start());
    });
    afterAll(async () => await stop());

    it('gives a patient one key and finds it by its id', async () => {
      const owner = someone();
      const key = await open().keyOf(owner);
      expect((await open().keyOf(owner)).id).toBe(key.id);
      const found = await open().keyById(key.id);
      expect(found?.secret.equals(key.secret)).toBe(true);
    });

    it('gives patients, and tenants, keys of their own', async () => {
      const owner = someone();
      const keys = await Promise.all([
        open().keyOf(owner),
        open().keyOf(someone()),
        open().keyOf({ ...owner, tenantId: 'other' }),
      ]);
      expect(new Set(keys.map(({ id }) => id)).size).toBe(3);
    });

    it('settles on one key when 20 processes ask for it at the same time', async () => {
      const owner = someone();
      const keys = await Promise.all(Array.from({ length: 20 }, () => open().keyOf(owner)));
      expect(new Set(keys.map(({ id }) => id)).size).toBe(1);
    });

    it('forgets a destroyed key for ever and makes a new one for what comes later', async () => {
      const owner = someone();
      const key = await open().keyOf(owner);
      await open().destroy(owner);
      expect(await open().keyById(key.id)).toBeNull();
      expect((await open().keyOf(owner)).id).not.toBe(key.id);
      expect(await open().keyById(key.id)).toBeNull();
    });

    it('does not take a key that never was for a destroyed one', async () => {
      await expect(open().keyById(randomUUID())).rejects.toBeInstanceOf(KeyLost);
    });
  });
};
