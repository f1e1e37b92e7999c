import { date, double, int, long, nullValue, string } from '../../bson';
import type { Value } from '../../bson';
import { wholeNumber } from '../match/whole-number';
import { refuseAt } from '../mongo-error';
import { namedOperands } from './arguments';
import { dateText } from './date-text';
import type { Compile, Evaluate, Operator, Scope } from './expression';
import { isNothing } from './truth';
import { addUnits, truncateTo, unitsBetween } from './date-units';

const requireDate = (operator: string, value: Value): Date => {
  const milliseconds =
    value.type === 'date'
      ? Number(value.value)
      : value.type === 'timestamp'
        ? Number(value.value >> 32n) * 1000
        : value.type === 'objectId'
          ? value.value.readUInt32BE(0) * 1000
          : undefined;
  if (milliseconds === undefined)
    throw refuseAt(16006, `can't convert from BSON type ${value.type} to Date in ${operator}`);
  return new Date(milliseconds);
};

/** Only UTC is known: other zones are refused, never treated as UTC. */
const requireUtc = (zone: Value | undefined): void => {
  if (isNothing(zone)) return;
  if (zone.type !== 'string' || !['UTC', 'GMT', 'Z', '+00:00', '+0000', 'Etc/UTC'].includes(zone.value))
    throw refuseAt(40485, 'time zones other than UTC are not supported by this node');
};

const operandOf = (operator: string, operand: Value, compile: Compile): Evaluate => {
  if (operand.type === 'array' && operand.value.items.length === 1) return compile(operand.value.items[0] ?? nullValue);
  if (operand.type !== 'object' || !operand.value.has('date')) return compile(operand);
  const named = namedOperands(operator, operand, ['date', 'timezone'], ['date']);
  requireUtc(named.get('timezone'));
  return compile(named.get('date') ?? nullValue);
};

const part =
  (operator: string, of: (at: Date) => Value): Operator =>
  (operand, compile) => {
    const evaluate = operandOf(operator, operand, compile);
    return (scope) => {
      const value = evaluate(scope);
      return isNothing(value) ? nullValue : of(requireDate(operator, value));
    };
  };

const dayOfYear = (at: Date): number =>
  Math.floor(
    (Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()) - Date.UTC(at.getUTCFullYear(), 0, 1)) /
      86_400_000,
  ) + 1;

const isoWeek = (at: Date): { readonly year: number; readonly week: number } => {
  const thursday = new Date(
    Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate() + 4 - (at.getUTCDay() || 7)),
  );
  return { year: thursday.getUTCFullYear(), week: Math.ceil(dayOfYear(thursday) / 7) };
};

/** Evaluates named operands; undefined as soon as one that is there is null. */
const evaluateAll = (operands: ReadonlyMap<string, Evaluate>, scope: Scope): ReadonlyMap<string, Value> | undefined => {
  const values = new Map<string, Value>();
  for (const [name, evaluate] of operands) {
    const value = evaluate(scope);
    if (isNothing(value)) return undefined;
    values.set(name, value);
  }
  return values;
};

const withNamed =
  (
    operator: string,
    allowed: readonly string[],
    required: readonly string[],
    apply: (values: ReadonlyMap<string, Value>) => Value,
  ): Operator =>
  (operand, compile) => {
    const named = namedOperands(operator, operand, allowed, required);
    requireUtc(named.get('timezone'));
    const operands = new Map(
      [...named].filter(([name]) => name !== 'timezone').map(([name, value]) => [name, compile(value)]),
    );
    return (scope) => {
      const values = evaluateAll(operands, scope);
      return values ? apply(values) : nullValue;
    };
  };

const dateIn = (operator: string, values: ReadonlyMap<string, Value>, name: string): Date =>
  requireDate(operator, values.get(name) ?? nullValue);

const textIn = (values: ReadonlyMap<string, Value>, name: string): string => {
  const value = values.get(name);
  return value?.type === 'string' ? value.value : '';
};

const numberIn = (values: ReadonlyMap<string, Value>, name: string, otherwise: number): number => {
  const value = values.get(name);
  const whole = value && wholeNumber(value);
  if (value && whole === undefined) throw refuseAt(5166405, `${name} must be a whole number`);
  return whole === undefined ? otherwise : Number(whole);
};

const instant = (at: Date): Value => date(BigInt(at.getTime()));

const shift = (operator: string, sign: 1 | -1): Operator =>
  withNamed(operator, ['startDate', 'unit', 'amount', 'timezone'], ['startDate', 'unit', 'amount'], (values) =>
    instant(
      addUnits(dateIn(operator, values, 'startDate'), textIn(values, 'unit'), sign * numberIn(values, 'amount', 0)),
    ),
  );

const partNames = ['year', 'month', 'day', 'hour', 'minute', 'second', 'millisecond'];

/** Dates and their parts, in UTC. */
export const dates: Record<string, Operator> = {
  $year: part('$year', (at) => int(at.getUTCFullYear())),
  $month: part('$month', (at) => int(at.getUTCMonth() + 1)),
  $dayOfMonth: part('$dayOfMonth', (at) => int(at.getUTCDate())),
  $dayOfWeek: part('$dayOfWeek', (at) => int(at.getUTCDay() + 1)),
  $dayOfYear: part('$dayOfYear', (at) => int(dayOfYear(at))),
  $hour: part('$hour', (at) => int(at.getUTCHours())),
  $minute: part('$minute', (at) => int(at.getUTCMinutes())),
  $second: part('$second', (at) => int(at.getUTCSeconds())),
  $millisecond: part('$millisecond', (at) => int(at.getUTCMilliseconds())),
  $isoDayOfWeek: part('$isoDayOfWeek', (at) => int(at.getUTCDay() || 7)),
  $isoWeek: part('$isoWeek', (at) => int(isoWeek(at).week)),
  $isoWeekYear: part('$isoWeekYear', (at) => long(BigInt(isoWeek(at).year))),
  $dateAdd: shift('$dateAdd', 1),
  $dateSubtract: shift('$dateSubtract', -1),
  $dateDiff: withNamed(
    '$dateDiff',
    ['startDate', 'endDate', 'unit', 'timezone', 'startOfWeek'],
    ['startDate', 'endDate', 'unit'],
    (values) =>
      long(
        BigInt(
          unitsBetween(
            dateIn('$dateDiff', values, 'startDate'),
            dateIn('$dateDiff', values, 'endDate'),
            textIn(values, 'unit'),
            textIn(values, 'startOfWeek'),
          ),
        ),
      ),
  ),
  $dateTrunc: withNamed(
    '$dateTrunc',
    ['date', 'unit', 'binSize', 'timezone', 'startOfWeek'],
    ['date', 'unit'],
    (values) =>
      instant(
        truncateTo(
          dateIn('$dateTrunc', values, 'date'),
          textIn(values, 'unit'),
          numberIn(values, 'binSize', 1),
          textIn(values, 'startOfWeek'),
        ),
      ),
  ),
  $dateToString: withNamed('$dateToString', ['date', 'format', 'timezone'], ['date'], (values) =>
    string(
      dateText(
        dateIn('$dateToString', values, 'date'),
        values.has('format') ? textIn(values, 'format') : '%Y-%m-%dT%H:%M:%S.%LZ',
      ),
    ),
  ),
  $dateFromParts: withNamed('$dateFromParts', [...partNames, 'timezone'], ['year'], (values) => {
    const [year = 1, month = 1, day = 1, hour = 0, minute = 0, second = 0, millisecond = 0] = partNames.map(
      (name, index) => numberIn(values, name, index === 1 || index === 2 ? 1 : 0),
    );
    const at = new Date(Date.UTC(2000, month - 1, day, hour, minute, second, millisecond));
    at.setUTCFullYear(at.getUTCFullYear() - 2000 + year);
    return instant(at);
  }),
  $rand: () => () => double(Math.random()),
};
