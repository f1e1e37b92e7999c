import { Document } from '../../bson';
import type { Value } from '../../bson';
import { namespaceOf } from '../catalog/collection';
import type { Collection } from '../catalog/collection';
import { MongoError } from '../mongo-error';
import { describeValue } from './describe-value';

/** Error 11000 with the text and the fields that libraries parse. */
export const duplicateKey = (
  collection: Collection,
  indexName: string,
  keyPattern: Document,
  values: readonly Value[],
): MongoError => {
  const names = [...keyPattern.fields.keys()];
  const pairs = names.map((name, at): [string, Value] => [name, values[at] ?? { type: 'null' }]);
  const described = pairs.map(([name, value]) => `${name}: ${describeValue(value)}`).join(', ');
  return new MongoError(
    'DuplicateKey',
    `E11000 duplicate key error collection: ${namespaceOf(collection)} index: ${indexName} dup key: { ${described} }`,
    { keyPattern, keyValue: Document.of(pairs) },
  );
};
