import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Binary, Long, MongoClient } from 'mongodb';
import { type RunningMongo, startMongo } from '../support/embedded-mongo';
import { sendRaw } from '../support/raw-mongo';

describe('a transaction whose client was killed', () => {
  let mongo: RunningMongo;
  let client: MongoClient;

  beforeAll(async () => {
    mongo = await startMongo();
    client = new MongoClient(mongo.url);
  });
  afterAll(async () => {
    await client.close();
    await mongo.stop();
  });

  it('does not keep its successor waiting: it ends with its connection, and nothing of it is seen', async () => {
    const checkpoints = client.db('abandoned').collection<{ readonly _id: string; readonly epoch: number }>('points');
    await checkpoints.insertOne({ _id: 'worklist', epoch: 1 });
    const begun = await sendRaw(mongo.url, {
      update: 'points',
      updates: [{ q: { _id: 'worklist' }, u: { $set: { epoch: 7 } } }],
      lsid: { id: new Binary(Buffer.from(randomUUID().replaceAll('-', ''), 'hex'), Binary.SUBTYPE_UUID) },
      txnNumber: Long.fromNumber(1),
      autocommit: false,
      startTransaction: true,
      $db: 'abandoned',
    });
    expect(begun).toMatchObject({ ok: 1, nModified: 1 });
    const after = await checkpoints.findOneAndUpdate(
      { _id: 'worklist' },
      { $inc: { epoch: 1 } },
      { returnDocument: 'after' },
    );
    expect(after).toMatchObject({ epoch: 2 });
  });
});
