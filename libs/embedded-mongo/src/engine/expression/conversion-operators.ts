import { Decimal128, ObjectId } from 'bson';
import {
  bool,
  date,
  decimalValue,
  double,
  int,
  isNumber,
  long,
  nullValue,
  string,
  toDecimal,
  toDouble,
} from '../../bson';
import type { TypeName, Value } from '../../bson';
import { parseTypes } from '../match/parse-types';
import { wholeNumber } from '../match/whole-number';
import { refuseAt } from '../mongo-error';
import { namedOperands, unary, withArguments } from './arguments';
import type { Operator } from './expression';
import { isNothing, truth } from './truth';

const failed = (value: Value, to: TypeName): never => {
  throw refuseAt(241, `Unsupported conversion from ${value.type} to ${to} in $convert with no onError value`);
};

/** A scalar as text: what $toString, $concat's relatives and $toLower make of it. */
export const textOf = (value: Value): string => {
  switch (value.type) {
    case 'string':
    case 'symbol':
    case 'javascript':
      return value.value;
    case 'int':
    case 'long':
    case 'bool':
      return String(value.value);
    case 'double':
      return Number.isFinite(value.value)
        ? String(value.value)
        : Number.isNaN(value.value)
          ? 'NaN'
          : value.value > 0
            ? 'Infinity'
            : '-Infinity';
    case 'decimal':
      return new Decimal128(value.value).toString();
    case 'date':
      return new Date(Number(value.value)).toISOString();
    case 'objectId':
      return value.value.toString('hex');
    case 'object':
    case 'array':
    case 'binData':
    case 'undefined':
    case 'null':
    case 'regex':
    case 'dbPointer':
    case 'javascriptWithScope':
    case 'timestamp':
    case 'minKey':
    case 'maxKey':
      return failed(value, 'string');
  }
};

const numberText = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

const toWhole = (value: Value, to: 'int' | 'long', smallest: bigint, largest: bigint): bigint => {
  const whole =
    value.type === 'string' && /^[+-]?\d+$/.test(value.value)
      ? BigInt(value.value)
      : value.type === 'bool'
        ? BigInt(value.value)
        : value.type === 'date' && to === 'long'
          ? value.value
          : wholeNumber(value);
  if (whole === undefined || whole < smallest || whole > largest) return failed(value, to);
  return whole;
};

const convert = (value: Value, to: TypeName): Value => {
  if (value.type === to) return value;
  switch (to) {
    case 'string':
      return string(textOf(value));
    case 'bool':
      return bool(truth(value));
    case 'int':
      return int(Number(toWhole(value, 'int', -(2n ** 31n), 2n ** 31n - 1n)));
    case 'long':
      return long(toWhole(value, 'long', -(2n ** 63n), 2n ** 63n - 1n));
    case 'double':
      if (isNumber(value)) return double(toDouble(value));
      if (value.type === 'bool' || value.type === 'date') return double(Number(value.value));
      return value.type === 'string' && numberText.test(value.value) ? double(Number(value.value)) : failed(value, to);
    case 'decimal':
      if (isNumber(value)) return decimalValue(toDecimal(value));
      return value.type === 'string' && numberText.test(value.value)
        ? { type: 'decimal', value: Buffer.from(Decimal128.fromString(value.value).bytes) }
        : failed(value, to);
    case 'date':
      return toDate(value);
    case 'objectId':
      return value.type === 'string' && /^[0-9a-f]{24}$/i.test(value.value)
        ? { type: 'objectId', value: Buffer.from(value.value, 'hex') }
        : failed(value, to);
    case 'object':
    case 'array':
    case 'binData':
    case 'undefined':
    case 'null':
    case 'regex':
    case 'dbPointer':
    case 'javascript':
    case 'symbol':
    case 'javascriptWithScope':
    case 'timestamp':
    case 'minKey':
    case 'maxKey':
      return failed(value, to);
  }
};

const isoDate = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

const toDate = (value: Value): Value => {
  if (value.type === 'long' || value.type === 'double' || value.type === 'decimal')
    return date(wholeNumber(value) ?? 0n);
  if (value.type === 'objectId') return date(BigInt(new ObjectId(value.value).getTimestamp().getTime()));
  if (value.type === 'timestamp') return date((value.value >> 32n) * 1000n);
  if (value.type !== 'string' || !isoDate.test(value.value)) return failed(value, 'date');
  const text =
    /[T ]/.test(value.value) && !/(?:Z|[+-]\d{2}:?\d{2})$/.test(value.value) ? `${value.value}Z` : value.value;
  const milliseconds = Date.parse(text.replace(' ', 'T'));
  return Number.isNaN(milliseconds) ? failed(value, 'date') : date(BigInt(milliseconds));
};

const to = (type: TypeName): Operator => unary((value) => convert(value, type));

/** Types: asking for them and changing them. */
export const conversions: Record<string, Operator> = {
  $type: withArguments(1, 1, ([value]) => string(value?.type ?? 'missing')),
  $isNumber: withArguments(1, 1, ([value]) => bool(value !== undefined && isNumber(value))),
  $toString: to('string'),
  $toBool: to('bool'),
  $toInt: to('int'),
  $toLong: to('long'),
  $toDouble: to('double'),
  $toDecimal: to('decimal'),
  $toDate: to('date'),
  $toObjectId: to('objectId'),
  $convert: (operand, compile) => {
    const named = namedOperands('$convert', operand, ['input', 'to', 'onError', 'onNull'], ['input', 'to']);
    const input = compile(named.get('input') ?? nullValue);
    const target = compile(named.get('to') ?? nullValue);
    const [onError, onNull] = [named.get('onError'), named.get('onNull')].map((part) => part && compile(part));
    return (scope) => {
      const value = input(scope);
      if (isNothing(value)) return onNull ? onNull(scope) : nullValue;
      const [type] = parseTypes(target(scope) ?? nullValue);
      try {
        return convert(value, type ?? 'null');
      } catch (error) {
        if (onError) return onError(scope);
        throw error;
      }
    };
  },
};
