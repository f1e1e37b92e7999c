import { Decimal128 } from 'bson';
import type { Document, Value } from '../../bson';

/** A value as MongoDB's messages write it. */
export const describeValue = (value: Value): string => {
  switch (value.type) {
    case 'double':
      return Number.isInteger(value.value) && Math.abs(value.value) < 1e15
        ? value.value.toFixed(1)
        : String(value.value);
    case 'int':
    case 'long':
      return String(value.value);
    case 'string':
    case 'symbol':
      return JSON.stringify(value.value);
    case 'object':
      return describeDocument(value.value);
    case 'array':
      return value.value.items.length === 0 ? '[]' : `[ ${value.value.items.map(describeValue).join(', ')} ]`;
    case 'binData':
      return value.subtype === 4
        ? `UUID("${value.value.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}")`
        : `BinData(${value.subtype}, ${value.value.toString('hex').toUpperCase()})`;
    case 'objectId':
      return `ObjectId('${value.value.toString('hex')}')`;
    case 'bool':
      return String(value.value);
    case 'date':
      return `new Date(${value.value})`;
    case 'timestamp':
      return `Timestamp(${value.value >> 32n}, ${value.value & 0xffff_ffffn})`;
    case 'regex':
      return `/${value.pattern}/${value.options}`;
    case 'decimal':
      return `Decimal128('${new Decimal128(value.value).toString()}')`;
    case 'minKey':
      return 'MinKey';
    case 'maxKey':
      return 'MaxKey';
    case 'javascript':
      return value.value;
    case 'javascriptWithScope':
      return `CodeWScope( ${value.code}, ${describeDocument(value.scope)})`;
    case 'dbPointer':
      return `DBRef('${value.namespace}', ${value.value.toString('hex')})`;
    case 'null':
    case 'undefined':
      return value.type;
  }
};

/** A document as MongoDB's messages write it. */
export const describeDocument = (document: Document): string =>
  document.size === 0
    ? '{}'
    : `{ ${[...document.fields].map(([name, value]) => `${name}: ${describeValue(value)}`).join(', ')} }`;
