import type { EventFilter } from '../engine/event-filter';
import type { FilterRequest } from './messages/read-request';
import { unknown } from './status';

const INLINE_FLAGS = /^\(\?([imsx]+)\)/;

/** Clients send regular expressions of .NET; what JavaScript writes in another way is translated. */
const translate = (regex: string): RegExp => {
  const inline = INLINE_FLAGS.exec(regex);
  const flags = (inline?.[1] ?? '').replaceAll(/[^ims]/g, '');
  const source = regex
    .slice(inline?.[0].length ?? 0)
    .replaceAll(/\\A/g, '^')
    .replaceAll(/\\[zZ]/g, '$');
  try {
    return new RegExp(source, flags);
  } catch {
    throw unknown(`'${regex}' is not a regular expression.`);
  }
};

/**
 * The filter that a client asked for.
 * @throws CallFailure when its regular expression is none.
 */
export const createFilter = ({ on, regex, prefixes }: FilterRequest): EventFilter => {
  if (regex === undefined) return { on, matches: (text) => prefixes.some((prefix) => text.startsWith(prefix)) };
  const pattern = translate(regex);
  return { on, matches: (text) => pattern.test(text) };
};
