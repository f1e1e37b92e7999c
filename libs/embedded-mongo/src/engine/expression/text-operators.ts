import { array, bool, compareText, int, List, nullValue, string } from '../../bson';
import type { Value } from '../../bson';
import { compilePattern } from '../match/regular-expression';
import { wholeNumber } from '../match/whole-number';
import { refuseAt } from '../mongo-error';
import { namedOperands, withArguments, withValues } from './arguments';
import { textOf } from './conversion-operators';
import type { Operator } from './expression';
import { isNothing } from './truth';

const requireText = (operator: string, value: Value | undefined): string => {
  if (value?.type !== 'string' && value?.type !== 'symbol')
    throw refuseAt(16702, `${operator} only supports strings, not ${value?.type ?? 'missing'}`);
  return value.value;
};

const mapped = (apply: (text: string) => string): Operator =>
  withArguments(1, 1, ([value]) => string(isNothing(value) ? '' : apply(textOf(value))));

const asciiLower = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
const asciiUpper = (text: string): string => text.replace(/[a-z]/g, (letter) => letter.toUpperCase());

const trim =
  (operator: string, start: boolean, end: boolean): Operator =>
  (operand, compile) => {
    const named = namedOperands(operator, operand, ['input', 'chars'], ['input']);
    const input = compile(named.get('input') ?? nullValue);
    const chosen = named.get('chars');
    const chars = chosen ? compile(chosen) : undefined;
    return (scope) => {
      const value = input(scope);
      const set = chars?.(scope);
      if (isNothing(value) || (chars && isNothing(set))) return nullValue;
      const cut = new Set(
        set
          ? requireText(operator, set)
          : '\0 \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a',
      );
      const letters = Array.from(requireText(operator, value));
      while (start && letters[0] !== undefined && cut.has(letters[0])) letters.shift();
      while (end && letters.at(-1) !== undefined && cut.has(letters.at(-1) ?? '')) letters.pop();
      return string(letters.join(''));
    };
  };

const replace =
  (operator: string, all: boolean): Operator =>
  (operand, compile) => {
    const named = namedOperands(operator, operand, ['input', 'find', 'replacement'], ['input', 'find', 'replacement']);
    const parts = ['input', 'find', 'replacement'].map((name) => compile(named.get(name) ?? nullValue));
    return (scope) => {
      const values = parts.map((part) => part(scope));
      if (values.some(isNothing)) return nullValue;
      const [input = '', find = '', replacement = ''] = values.map((value) => requireText(operator, value));
      return string(all ? input.split(find).join(replacement) : input.replace(find, () => replacement));
    };
  };

const regexMatch: Operator = (operand, compile) => {
  const named = namedOperands('$regexMatch', operand, ['input', 'regex', 'options'], ['input', 'regex']);
  const input = compile(named.get('input') ?? nullValue);
  const pattern = compile(named.get('regex') ?? nullValue);
  const flags = named.get('options');
  return (scope) => {
    const value = input(scope);
    const regex = pattern(scope);
    if (isNothing(value) || isNothing(regex)) return bool(false);
    const options = flags?.type === 'string' ? flags.value : regex.type === 'regex' ? regex.options : '';
    const source = regex.type === 'regex' ? regex.pattern : requireText('$regexMatch', regex);
    return bool(compilePattern(source, options).test(requireText('$regexMatch', value)));
  };
};

const integerOf = (value: Value | undefined): number => Number((value && wholeNumber(value)) ?? 0n);

/** Text, counted in code points where the name says CP and in UTF-8 bytes where it says Bytes. */
export const texts: Record<string, Operator> = {
  $concat: withValues(0, Infinity, (values) => string(values.map((value) => requireText('$concat', value)).join(''))),
  $toLower: mapped(asciiLower),
  $toUpper: mapped(asciiUpper),
  $strLenCP: withArguments(1, 1, ([value]) => int(Array.from(requireText('$strLenCP', value)).length)),
  $strLenBytes: withArguments(1, 1, ([value]) => int(Buffer.byteLength(requireText('$strLenBytes', value)))),
  $strcasecmp: withArguments(2, 2, ([left, right]) => {
    const upper = (value: Value | undefined): string => (isNothing(value) ? '' : asciiUpper(textOf(value)));
    return int(Math.sign(compareText(upper(left), upper(right))));
  }),
  $substrCP: withArguments(3, 3, ([value, start, length]) =>
    string(
      isNothing(value)
        ? ''
        : Array.from(textOf(value))
            .slice(integerOf(start), integerOf(start) + integerOf(length))
            .join(''),
    ),
  ),
  $substrBytes: withArguments(3, 3, ([value, start, length]) => {
    const bytes = Buffer.from(isNothing(value) ? '' : textOf(value));
    const from = integerOf(start);
    const count = integerOf(length);
    return string(bytes.subarray(from, count < 0 ? undefined : from + count).toString('utf8'));
  }),
  $split: withValues(2, 2, ([value, separator]) => {
    const by = requireText('$split', separator);
    if (by === '') throw refuseAt(40087, '$split requires a non-empty separator');
    return array(List.of(requireText('$split', value).split(by).map(string)));
  }),
  $indexOfCP: withValues(2, 4, ([value, wanted, start, end]) => {
    const letters = Array.from(requireText('$indexOfCP', value)).slice(0, end ? integerOf(end) : undefined);
    const from = integerOf(start);
    const at = letters.slice(from).join('').indexOf(requireText('$indexOfCP', wanted));
    return int(at < 0 ? -1 : from + Array.from(letters.slice(from).join('').slice(0, at)).length);
  }),
  $trim: trim('$trim', true, true),
  $ltrim: trim('$ltrim', true, false),
  $rtrim: trim('$rtrim', false, true),
  $replaceOne: replace('$replaceOne', false),
  $replaceAll: replace('$replaceAll', true),
  $regexMatch: regexMatch,
};
texts['$substr'] = texts['$substrBytes'] ?? mapped((text) => text);
