import { Decimal128 } from 'bson';
import fc from 'fast-check';
import { Document, List } from '../bson';
import type { NumberValue, Value } from '../bson';

const text = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
  fc.constantFrom('', '\0', 'a', 'a\0', 'a\0b', 'ab'),
);
const fieldName = fc.constantFrom('a', 'b', 'ab', '0', '__proto__', 'ü');
const bytes = (length: number): fc.Arbitrary<Buffer> =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((array) => Buffer.from(array));

const nearInteger = fc.constantFrom(
  0n,
  1n,
  -1n,
  2n ** 31n,
  2n ** 53n,
  2n ** 53n + 1n,
  -(2n ** 53n) - 1n,
  2n ** 63n - 1n,
  -(2n ** 63n),
);

const decimal = fc
  .oneof(
    fc
      .tuple(fc.bigInt({ min: -(10n ** 34n) + 1n, max: 10n ** 34n - 1n }), fc.integer({ min: -40, max: 40 }))
      .map(([digits, power]) => `${digits}E${power}`),
    fc
      .tuple(fc.integer({ min: -999, max: 999 }), fc.integer({ min: -6000, max: 6000 }))
      .map(([digits, power]) => `${digits}E${power}`),
    nearInteger.map(String),
    fc.constantFrom('NaN', 'Infinity', '-Infinity', '0.1', '1.10', '1.1', '-0', '5'),
  )
  .map((value): NumberValue => ({ type: 'decimal', value: Buffer.from(Decimal128.fromString(value).bytes) }));

/** Numbers of all four types, often close to each other. */
export const anyNumber: fc.Arbitrary<NumberValue> = fc.oneof(
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }).map((value): NumberValue => ({ type: 'int', value })),
  fc.constantFrom(0, 1, -1, 5).map((value): NumberValue => ({ type: 'int', value })),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value): NumberValue => ({ type: 'long', value })),
  nearInteger.map((value): NumberValue => ({ type: 'long', value: BigInt.asIntN(64, value) })),
  fc.double().map((value): NumberValue => ({ type: 'double', value })),
  nearInteger.map((value): NumberValue => ({ type: 'double', value: Number(value) })),
  fc.constantFrom(0.1, 1.1, -0, 5e-324, Number.MAX_VALUE).map((value): NumberValue => ({ type: 'double', value })),
  decimal,
);

const scalar: fc.Arbitrary<Value> = fc.oneof(
  { weight: 5, arbitrary: anyNumber },
  { weight: 4, arbitrary: text.map((value): Value => ({ type: 'string', value })) },
  fc.constantFrom<Value>({ type: 'null' }, { type: 'undefined' }, { type: 'minKey' }, { type: 'maxKey' }),
  fc.boolean().map((value): Value => ({ type: 'bool', value })),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value): Value => ({ type: 'date', value })),
  fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((value): Value => ({ type: 'timestamp', value })),
  bytes(12).map((value): Value => ({ type: 'objectId', value })),
  fc
    .tuple(fc.uint8Array({ maxLength: 4 }), fc.constantFrom(0, 4))
    .map(([value, subtype]): Value => ({ type: 'binData', value: Buffer.from(value), subtype })),
  fc.constantFrom('a', 'ab', '^a').map((pattern): Value => ({ type: 'regex', pattern, options: 'i' })),
);

/** Any value, nested ones too. */
export const anyValue: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 6, arbitrary: scalar },
    fc.array(tie('value'), { maxLength: 3 }).map((items): Value => ({ type: 'array', value: List.of(items) })),
    fc
      .array(fc.tuple(fieldName, tie('value')), { maxLength: 3 })
      .map((fields): Value => ({ type: 'object', value: Document.of(fields) })),
  ),
})).value;

/** A document of a few fields. */
export const anyDocument: fc.Arbitrary<Document> = fc
  .array(fc.tuple(fieldName, anyValue), { maxLength: 4 })
  .map((fields) => Document.of(fields));
