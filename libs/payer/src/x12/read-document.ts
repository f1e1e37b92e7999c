import x12 from 'node-x12';
import { UnintelligibleAnswer } from '../errors';
import type { Segment } from './segment';

/** One interchange with one transaction, read. */
export interface X12Document {
  readonly sender: string;
  readonly receiver: string;
  /** Such as `271`. */
  readonly transactionSet: string;
  /** Implementation guide, such as `005010X279A1`. */
  readonly guide: string;
  /** Between ST and SE. */
  readonly segments: readonly Segment[];
  /** Parts of a composite element. */
  readonly components: (value: string) => readonly string[];
  /** Repetitions of an element; none when it is empty. */
  readonly repetitions: (value: string) => readonly string[];
}

/** Documents about one request have some kilobytes and some hundred segments; the parser takes microseconds for each character. */
export const mostCharacters = 256 * 1024;
const mostSegments = 5_000;

/** ISA is the one segment of fixed length; the separators stand in it. */
const isaLength = 106;

/** Reads a document of one transaction. Throws an UnintelligibleAnswer for everything else, whatever the text is. */
export const readDocument = (text: string): X12Document => {
  if (!text.startsWith('ISA') || text.length < isaLength)
    throw new UnintelligibleAnswer('It does not begin with the header of an X12 interchange.');
  if (
    text.length > mostCharacters ||
    text.split(text.charAt(isaLength - 1), mostSegments + 2).length > mostSegments + 1
  )
    throw new UnintelligibleAnswer('It is larger than any answer to one request.');
  const separators = { element: text.charAt(3), repetition: text.charAt(82), component: text.charAt(104) };
  checkSeparators([...Object.values(separators), text.charAt(isaLength - 1)]);
  const { interchange, group, transaction } = onlyTransaction(parse(text));
  return {
    sender: interchange.header.valueOf(6).trim(),
    receiver: interchange.header.valueOf(8).trim(),
    transactionSet: transaction.header.valueOf(1),
    guide: group.header.valueOf(8, ''),
    segments: transaction.segments.map(({ tag, elements }) => [tag, ...elements.map(({ value }) => value)]),
    components: (value) => value.split(separators.component),
    repetitions: (value) => (value === '' ? [] : value.split(separators.repetition)),
  };
};

const checkSeparators = (separators: readonly string[]): void => {
  if (new Set(separators).size < separators.length || separators.some((separator) => /[A-Za-z0-9 ]/.test(separator)))
    throw new UnintelligibleAnswer('The header of the interchange does not name four separators.');
};

const parse = (text: string): x12.X12Interchange => {
  try {
    const read = new x12.X12Parser(true).parse(text);
    if (read instanceof x12.X12Interchange) return read;
  } catch (error) {
    // The parser refuses by an error of its own where it looks, and stumbles with a TypeError where it does not; both mean the text is no X12.
    if (!(error instanceof Error)) throw error;
    throw new UnintelligibleAnswer('It is not well-formed X12.', { cause: error.name });
  }
  throw new UnintelligibleAnswer('It is not exactly one interchange.');
};

/** The parser does not miss trailers, so that a document that was cut off at the end of a segment would pass. */
const onlyTransaction = (interchange: x12.X12Interchange) => {
  const [group, ...otherGroups] = interchange.functionalGroups;
  const [transaction, ...otherTransactions] = group?.transactions ?? [];
  if (!group || !transaction || otherGroups.length > 0 || otherTransactions.length > 0)
    throw new UnintelligibleAnswer('It is not exactly one transaction.');
  const trailers: readonly (x12.X12Segment | undefined)[] = [interchange.trailer, group.trailer, transaction.trailer];
  if (trailers.includes(undefined)) throw new UnintelligibleAnswer('It is cut off before its end.');
  return { interchange, group, transaction };
};
