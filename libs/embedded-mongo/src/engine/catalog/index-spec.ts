import { Document, isNumber, List, plainDocument, string } from '../../bson';
import type { Value } from '../../bson';
import type { Direction } from '../keys/keys';

/** One field of an index key. */
export type IndexField = { readonly path: string; readonly direction: Direction };

/** An index as it was asked for, with the space its entries live in. */
export type Index = {
  readonly space: number;
  readonly name: string;
  readonly fields: readonly IndexField[];
  readonly unique: boolean;
  readonly sparse: boolean;
  readonly partialFilter: Document | undefined;
  /** The specification as clients see it in listIndexes. */
  readonly spec: Document;
  /** Some document has several entries. Once true, true for ever. */
  multikey: boolean;
  /** Some entry was too long and is only findable, not ordered. Once true, true for ever. */
  shortened: boolean;
};

const truthy = (value: Value | undefined): boolean =>
  value !== undefined && ((value.type === 'bool' && value.value) || (isNumber(value) && Number(value.value) !== 0));

/** Reads the stored or asked-for specification of an index. */
export const indexFromSpec = (space: number, spec: Document, flags?: Document): Index => {
  const key = spec.get('key');
  const name = spec.get('name');
  const partial = spec.get('partialFilterExpression');
  return {
    space,
    name: name?.type === 'string' ? name.value : '',
    fields:
      key?.type === 'object'
        ? [...key.value.fields].map(([path, value]) => ({ path, direction: directionOf(value) }))
        : [],
    unique: truthy(spec.get('unique')),
    sparse: truthy(spec.get('sparse')),
    partialFilter: partial?.type === 'object' ? partial.value : undefined,
    spec,
    multikey: truthy(flags?.get('multikey')),
    shortened: truthy(flags?.get('shortened')),
  };
};

const directionOf = (value: Value): Direction => (isNumber(value) && Number(value.value) < 0 ? -1 : 1);

/** The specification of the index on _id that every collection has. */
export const idIndexSpec = (): Document =>
  Document.of([
    ['v', plainDocument({ v: 2 }).get('v') ?? string('2')],
    ['key', { type: 'object', value: plainDocument({ _id: 1 }) }],
    ['name', string('_id_')],
  ]);

/** The name MongoDB gives to an index that was not named: fields and directions joined by underscores. */
export const defaultIndexName = (key: Document): string =>
  [...key.fields].map(([path, value]) => `${path}_${isNumber(value) ? Number(value.value) : value.type}`).join('_');

/** How the catalog stores an index. */
export const storedIndex = (index: Index): Value => ({
  type: 'object',
  value: plainDocument({ space: index.space, multikey: index.multikey, shortened: index.shortened, spec: index.spec }),
});

/** A list of stored indexes. */
export const storedIndexes = (indexes: readonly Index[]): Value => ({
  type: 'array',
  value: List.of(indexes.map(storedIndex)),
});
