import { refuse, refuseAt } from '../mongo-error';

/** Longest pattern MongoDB takes (manual, $regex). */
const longestPattern = 32_764;
/** More open-ended repetitions than this could make one match take quadratic or cubic time in the text, or worse. */
const mostRepetitions = 4;

/** Constructs of PCRE that JavaScript lacks, or that make matching unbounded. */
const unsupported = /\\[AzZGKRXQ]|\\[1-9]|\(\?[=!<>|#+&P(R0-9]|[*+?}]\+|\[\[:/;

/**
 * Compiles a PCRE pattern of the subset that JavaScript shares and that matches in bounded time: no back-references,
 * no look-around, no repetition of what itself repeats or branches.
 */
export const compilePattern = (pattern: string, options: string): RegExp => {
  if (pattern.length > longestPattern) throw refuseAt(51091, 'Regular expression is too long');
  const inline = /^\(\?([imsx]+)\)/.exec(pattern);
  const source = inline ? pattern.slice(inline[0].length) : pattern;
  const all = new Set(Array.from(options + (inline?.[1] ?? '')));
  for (const option of all)
    if (!'imsux'.includes(option)) throw refuseAt(51108, `invalid flag in regex options: ${options}`);
  if (all.has('x')) throw refuseAt(51091, 'Regular expression option x is not supported by this node');
  requireBounded(source);
  const flags = [...all].filter((option) => 'ims'.includes(option)).join('');
  return compile(source, `${flags}u`) ?? compile(source, flags) ?? invalid();
};

const invalid = (): never => {
  throw refuseAt(51091, 'Regular expression is invalid');
};

const compile = (source: string, flags: string): RegExp | undefined => {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
};

const requireBounded = (source: string): void => {
  const plain = source.replace(/\[\^?\]?(?:\\.|[^\]\\])*\]/g, 'c');
  if (unsupported.test(source)) throw refuseAt(51091, 'Regular expression uses a construct this node does not support');
  const text = plain.replace(/\\./g, 'c');
  const open: { repeats: boolean }[] = [];
  let repetitions = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '(') open.push({ repeats: false });
    else if (character === '|') for (const group of open) group.repeats = true;
    else if (character === ')') {
      const group = open.pop();
      if (group?.repeats === true && /^(?:[*+]|\{\d+(?:,\d*)?\})/.test(text.slice(at + 1)))
        throw refuseAt(51091, 'Regular expression repeats a group that itself repeats or branches');
    } else if (/^(?:[*+]|\{\d+,\d*\})/.test(text.slice(at))) {
      for (const group of open) group.repeats = true;
      if (++repetitions > mostRepetitions) throw refuseAt(51091, 'Regular expression has too many repetitions');
    }
  }
};

/** The literal text every match begins with, when the pattern is anchored and case matters. */
export const literalPrefix = (pattern: string, options: string): string | undefined => {
  if (!pattern.startsWith('^') || /[imx]/.test(options) || pattern.includes('|')) return undefined;
  const literal = /^\^((?:[^\\.^$*+?()[\]{}|]|\\[^\w])*)/.exec(pattern);
  const text = literal?.[1] ?? '';
  const next = pattern[text.length + 1];
  const kept = next === '*' || next === '?' || next === '{' ? text.replace(/(?:\\.|[^\\])$/su, '') : text;
  return kept === '' ? undefined : kept.replace(/\\(.)/gs, '$1');
};

/** Refuses regular expressions with the wording of $regex. */
export const requireText = (value: unknown): string => {
  if (typeof value !== 'string' || value.includes('\0')) throw refuse('BadValue', '$regex has to be a string');
  return value;
};
