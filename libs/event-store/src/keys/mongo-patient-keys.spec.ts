import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import { startMongo, type RunningMongo } from '../../../../test/support/embedded-mongo'; // eslint-disable-line @nx/enforce-module-boundaries -- specifications may start the embedded node
import { patientKeysContract } from '../testing/patient-keys.contract';
import { MongoPatientKeys } from './mongo-patient-keys';
import { KeyLost, KeysUnavailable } from './patient-keys';

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
    const found = await thief.keyById(id).catch((error: unknown) => error);
    expect(found).toBeInstanceOf(KeysUnavailable);
    expect(found).not.toBeInstanceOf(KeyLost);
    await expect(thief.check()).rejects.toBeInstanceOf(KeysUnavailable);
    await client.db(database).dropDatabase();
  });

  it('are not made beside keys that another one wraps, since it would be lost', async () => {
    const database = `keys-${randomUUID()}`;
    await new MongoPatientKeys(client, keyEncryptionKey, database).keyOf(owner);
    const mistaken = new MongoPatientKeys(client, createSecretKey(randomBytes(32)), database);
    await expect(mistaken.keyOf({ ...owner, ownerId: 'patient-2' })).rejects.toBeInstanceOf(KeysUnavailable);
    expect(await client.db(database).collection('patient_keys').countDocuments()).toBe(1);
    await client.db(database).dropDatabase();
  });

  it('are lost one by one when others open', async () => {
    const database = `keys-${randomUUID()}`;
    const keys = new MongoPatientKeys(client, keyEncryptionKey, database);
    await keys.check();
    const { id } = await keys.keyOf(owner);
    const other = await keys.keyOf({ ...owner, ownerId: 'patient-2' });
    const kept = client.db(database).collection<{ _id: string; wrapped: unknown }>('patient_keys');
    const foreign = await kept.findOne({ _id: id });
    await kept.updateOne({ _id: other.id }, { $set: { wrapped: foreign?.wrapped } });
    await expect(keys.keyById(other.id)).rejects.toBeInstanceOf(KeyLost);
    expect((await keys.keyById(id))?.id).toBe(id);
    await keys.check();
    await client.db(database).dropDatabase();
  });
});

describe('Keys in a MongoDB that is down', () => {
  it('are unavailable, by that name', async () => {
    const client = new MongoClient('mongodb://127.0.0.1:1/?directConnection=true', { serverSelectionTimeoutMS: 100 });
    const keys = new MongoPatientKeys(client, createSecretKey(randomBytes(32)));
    await expect(keys.keyOf(owner)).rejects.toBeInstanceOf(KeysUnavailable);
    const found = await keys.keyById('any').catch((error: unknown) => error);
    expect(found).toBeInstanceOf(KeysUnavailable);
    expect(found).not.toBeInstanceOf(KeyLost);
    await expect(keys.check()).rejects.toBeInstanceOf(KeysUnavailable);
    await client.close();
  });
});
