import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import { startMongo, type RunningMongo } from '../../../../test/support/embedded-mongo'; // eslint-disable-line @nx/enforce-module-boundaries -- specifications may start the embedded node
import { patientKeysContract } from '../testing/patient-keys.contract';
import { MongoPatientKeys } from './mongo-patient-keys';
import { KeysUnavailable } from './patient-keys';

const owner = { tenantId: 'clinic', ownerId: 'patient-1' };

describe('Keys in MongoDB', () => {
  const given = process.env['MONGODB_URL'];
  const keyEncryptionKey = createSecretKey(randomBytes(32));
  let node: RunningMongo | undefined;
  let client: MongoClient;

  beforeAll(async () => {
    node = given === undefined ? await startMongo() : undefined;
    client = new MongoClient(given ?? node?.url ?? '');
  });
  afterAll(async () => {
    await client.close();
    await node?.stop();
  });

  patientKeysContract('MongoDB', () => {
    const database = `keys-${randomUUID()}`;
    return Promise.resolve({
      open: () => new MongoPatientKeys(client, keyEncryptionKey, database),
      stop: async () => {
        await client.db(database).dropDatabase();
      },
    });
  });

  it('can be made elsewhere, and are kept once', async () => {
    const database = `keys-${randomUUID()}`;
    const keys = new MongoPatientKeys(client, keyEncryptionKey, database);
    const made = ['patient-1', 'patient-2'].map((ownerId) => ({
      owner: { tenantId: 'clinic', ownerId },
      key: { id: randomUUID(), secret: createSecretKey(randomBytes(32)) },
    }));
    await keys.adopt(made.slice(0, 1));
    await keys.adopt(made);
    for (const { owner: whose, key } of made) expect((await keys.keyOf(whose)).id).toBe(key.id);
    const other = { owner, key: { id: randomUUID(), secret: createSecretKey(randomBytes(32)) } };
    await expect(keys.adopt([other])).rejects.toBeInstanceOf(KeysUnavailable);
    expect((await keys.keyOf(owner)).id).toBe(made[0]?.key.id);
  });

  it('are of no use without the key that wraps them', async () => {
    const database = `keys-${randomUUID()}`;
    const { id } = await new MongoPatientKeys(client, keyEncryptionKey, database).keyOf(owner);
    const thief = new MongoPatientKeys(client, createSecretKey(randomBytes(32)), database);
    await expect(thief.keyById(id)).rejects.toBeInstanceOf(KeysUnavailable);
    await client.db(database).dropDatabase();
  });
});

describe('Keys in a MongoDB that is down', () => {
  it('are unavailable, by that name', async () => {
    const client = new MongoClient('mongodb://127.0.0.1:1/?directConnection=true', { serverSelectionTimeoutMS: 100 });
    const keys = new MongoPatientKeys(client, createSecretKey(randomBytes(32)));
    await expect(keys.keyOf(owner)).rejects.toBeInstanceOf(KeysUnavailable);
    await expect(keys.keyById('any')).rejects.toBeInstanceOf(KeysUnavailable);
    await client.close();
  });
});
