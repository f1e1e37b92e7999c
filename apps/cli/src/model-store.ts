import { MongoModelStore, type ModelStore } from '@referral/read-models';
import { MongoClient } from 'mongodb';
import { connections } from './connections';

/** Does something with the read models' store and lets go of it. */
export const withModelStore = async <Result>(work: (store: ModelStore) => Promise<Result>): Promise<Result> => {
  const { MONGODB_URL, MONGODB_DATABASE } = connections(process.env);
  const client = new MongoClient(MONGODB_URL, { serverSelectionTimeoutMS: 5_000 });
  try {
    return await work(new MongoModelStore(client, MONGODB_DATABASE, Date.now));
  } finally {
    await client.close();
  }
};
