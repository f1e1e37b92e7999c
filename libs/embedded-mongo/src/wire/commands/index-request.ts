import { Document, int, isNumber, string } from '../../bson';
import type { Value } from '../../bson';
import { defaultIndexName } from '../../engine/catalog/index-spec';
import { parseFilter } from '../../engine/match/parse-filter';
import { wholeNumber } from '../../engine/match/whole-number';
import { refuse } from '../../engine/mongo-error';

const known = [
  'v',
  'key',
  'name',
  'unique',
  'sparse',
  'partialFilterExpression',
  'expireAfterSeconds',
  'background',
  'hidden',
  'ns',
];

/** The most fields of a compound index, as in MongoDB. */
const mostFields = 32;

const requireKey = (key: Value | undefined): Document => {
  if (key?.type !== 'object')
    throw refuse('FailedToParse', "The 'key' field is a required property of an index specification");
  if (key.value.size === 0) throw refuse('CannotCreateIndex', 'Index keys cannot be an empty object');
  if (key.value.size > mostFields)
    throw refuse('CannotCreateIndex', `Index keys may not have more than ${mostFields} fields`);
  for (const [path, direction] of key.value.fields) {
    if (path === '' || path.split('.').includes(''))
      throw refuse('CannotCreateIndex', 'Index keys cannot contain an empty field.');
    if (path.split('.').some((name) => name.startsWith('$')))
      throw refuse('CannotCreateIndex', `Index key contains an illegal field name: field name starts with '$'.`);
    if (!isNumber(direction) || (wholeNumber(direction) === 0n && direction.type !== 'double'))
      throw refuse(
        'CannotCreateIndex',
        `Values in v:2 index key pattern must be numbers > 0 or < 0 on this node; '${path}' is neither`,
      );
  }
  return key.value;
};

/** Reads and completes one requested index; kinds and options this node lacks are refused. */
export const readIndexSpec = (requested: Document): Document => {
  for (const name of requested.fields.keys())
    if (!known.includes(name)) {
      const supported =
        name === 'collation' || name === 'weights' || name === 'wildcardProjection' || name === '2dsphereIndexVersion';
      throw refuse(
        'InvalidIndexSpecificationOption',
        `The field '${name}' is not ${supported ? 'supported by this node' : 'valid'} for an index specification.`,
      );
    }
  const key = requireKey(requested.get('key'));
  const name = requested.get('name');
  if (name && name.type !== 'string') throw refuse('TypeMismatch', "The field 'name' must be a string");
  const partial = requested.get('partialFilterExpression');
  if (partial && partial.type !== 'object')
    throw refuse('TypeMismatch', "The field 'partialFilterExpression' must be an object");
  if (partial) parseFilter(partial.value);
  const expires = requested.get('expireAfterSeconds');
  if (expires && (!isNumber(expires) || key.size !== 1))
    throw refuse('CannotCreateIndex', 'TTL indexes are single-field indexes with a numeric expireAfterSeconds');
  const rest = [...requested.fields].filter(
    ([field]) => !['v', 'key', 'name', 'background', 'ns', 'hidden'].includes(field),
  );
  return Document.of([
    ['v', int(2)],
    ['key', { type: 'object', value: key }],
    ['name', name ?? string(defaultIndexName(key))],
    ...rest,
  ]);
};
