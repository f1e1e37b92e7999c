/** Which events of the whole log somebody wants; decided by the name of the stream, or by the type of the event. */
export interface EventFilter {
  readonly on: 'stream-name' | 'event-type';
  readonly matches: (text: string) => boolean;
}

/** A filter as it is asked for and kept. */
export interface FilterExpression {
  readonly on: 'stream-name' | 'event-type';
  /** A regular expression as .NET writes it. */
  readonly regex: string | undefined;
  /** Any of them, when there is no regular expression. */
  readonly prefixes: readonly string[];
}

/** The regular expression of a filter is none. */
export class InvalidFilter extends Error {
  override readonly name = 'InvalidFilter';
}

const INLINE_FLAGS = /^\(\?([imsx]+)\)/;

/** What JavaScript writes in another way than .NET is translated. */
const translate = (regex: string): RegExp => {
  const inline = INLINE_FLAGS.exec(regex);
  const flags = (inline?.[1] ?? '').replaceAll(/[^ims]/g, '');
  const source = regex
    .slice(inline?.[0].length ?? 0)
    .replaceAll('\\A', '^')
    .replaceAll(/\\[zZ]/g, '$');
  try {
    return new RegExp(source, flags);
  } catch {
    throw new InvalidFilter(`'${regex}' is not a regular expression.`);
  }
};

/**
 * The filter that was asked for.
 * @throws InvalidFilter when its regular expression is none.
 */
export const createFilter = ({ on, regex, prefixes }: FilterExpression): EventFilter => {
  if (regex === undefined) return { on, matches: (text) => prefixes.some((prefix) => text.startsWith(prefix)) };
  const pattern = translate(regex);
  return { on, matches: (text) => pattern.test(text) };
};
