import { randomUUID } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { startMongo } from '../../../../test/support/embedded-mongo'; // eslint-disable-line @nx/enforce-module-boundaries -- specifications may start the embedded node
import { modelStoreContract } from '../contract/model-store.contract';
import { readModelsContract } from '../contract/read-models.contract';
import { runnerContract } from '../contract/runner.contract';
import type { StoreUnderTest } from '../contract/store-under-test';
import { MongoModelStore } from './mongo-model-store';

const given = process.env['MONGODB_URL'];

/** A database of its own for each specification, on one node that is started once. */
const onMongo = (): StoreUnderTest => {
  const started = given === undefined ? startMongo() : Promise.resolve(null);
  const connected = started.then((node) => new MongoClient(node?.url ?? given ?? '').connect());
  const databases: string[] = [];
  return {
    name: 'MongoDB',
    empty: async () => {
      const database = `read-models-${randomUUID()}`;
      databases.push(database);
      return new MongoModelStore(await connected, database, () => Date.now());
    },
    close: async () => {
      const client = await connected;
      for (const database of databases) await client.db(database).dropDatabase();
      await client.close();
      await (await started)?.stop();
    },
  };
};

modelStoreContract(onMongo());
readModelsContract(onMongo());
runnerContract(onMongo());
