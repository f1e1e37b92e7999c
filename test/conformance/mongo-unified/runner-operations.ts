import type { MongoClient } from 'mongodb';
import type { Entities } from './entities';
import { isJson } from './format';
import type { Json, Operation } from './format';

const names = async (admin: MongoClient, values: Json): Promise<readonly string[]> =>
  (await admin.db(String(values['databaseName'])).listCollections({}, { nameOnly: true }).toArray()).map(
    ({ name }) => name,
  );

const indexNames = async (admin: MongoClient, values: Json): Promise<readonly (string | undefined)[]> => {
  const collection = admin.db(String(values['databaseName'])).collection(String(values['collectionName']));
  return (await names(admin, values)).includes(collection.collectionName)
    ? (await collection.indexes()).map(({ name }) => name)
    : [];
};

const require = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(what);
};

const states: Readonly<Record<string, string>> = {
  none: 'NO_TRANSACTION',
  starting: 'STARTING_TRANSACTION',
  in_progress: 'TRANSACTION_IN_PROGRESS',
  committed: 'TRANSACTION_COMMITTED',
  aborted: 'TRANSACTION_ABORTED',
};

/** Operations on the test itself: fail points, entities, and assertions between operations. */
export const performOnRunner = async (
  { name, arguments: values = {} }: Operation,
  entities: Entities,
  admin: MongoClient,
): Promise<void> => {
  const collection = String(values['collectionName']);
  switch (name) {
    case 'failPoint':
    case 'targetedFailPoint':
      if (isJson(values['failPoint'])) await admin.db('admin').command({ ...values['failPoint'] });
      return;
    case 'createEntities':
      if (Array.isArray(values['entities'])) await entities.create(values['entities'].filter(isJson));
      return;
    case 'assertCollectionExists':
      require((await names(admin, values)).includes(collection), `${collection} does not exist`);
      return;
    case 'assertCollectionNotExists':
      require(!(await names(admin, values)).includes(collection), `${collection} exists`);
      return;
    case 'assertIndexExists':
      require((await indexNames(admin, values)).includes(String(values['indexName'])), 'the index does not exist');
      return;
    case 'assertIndexNotExists':
      require(!(await indexNames(admin, values)).includes(String(values['indexName'])), 'the index exists');
      return;
    case 'assertSessionTransactionState': {
      const { transaction } = entities.session(values['session']) as unknown as {
        readonly transaction: { readonly state: string };
      };
      require(transaction.state === states[String(values['state'])], `the transaction is ${transaction.state}`);
      return;
    }
    case 'assertSessionUnpinned':
      require(!entities.session(values['session']).isPinned, 'the session is pinned');
      return;
    default:
      throw new Error(`${name} is not known to this runner`);
  }
};
