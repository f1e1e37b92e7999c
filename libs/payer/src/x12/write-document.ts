import x12 from 'node-x12';
import { UnsayableRequest } from '../errors';
import type { Segment } from './segment';

/** Who writes to whom, and what. */
export interface Envelope {
  /** At most 15 characters each, as agreed between the two. */
  readonly sender: string;
  readonly receiver: string;
  /** 1 to 999,999,999. */
  readonly controlNumber: number;
  /** ISO 8601, UTC. */
  readonly writtenAt: string;
  readonly usage: 'production' | 'test';
  /** Functional identifier, such as `HS` for inquiries about eligibility. */
  readonly functionalCode: string;
  /** Such as `270`. */
  readonly transactionSet: string;
  /** Implementation guide, such as `005010X279A1`. */
  readonly guide: string;
}

/** The separators that nearly every payer's companion guide asks for. */
const separators = {
  elementDelimiter: '*',
  subElementDelimiter: ':',
  repetitionDelimiter: '^',
  segmentTerminator: '~',
} as const;

const padded = (text: string, length: number): string => text.padEnd(length).slice(0, length);

const interchangeHeader = ({ sender, receiver, controlNumber, writtenAt, usage }: Envelope): string[] => [
  ...['00', padded('', 10), '00', padded('', 10), 'ZZ', padded(sender, 15), 'ZZ', padded(receiver, 15)],
  ...[x12Date(writtenAt).slice(2), x12Time(writtenAt), separators.repetitionDelimiter, '00501'],
  ...[String(controlNumber).padStart(9, '0'), '0', usage === 'test' ? 'T' : 'P', separators.subElementDelimiter],
];

const groupHeader = ({ sender, receiver, controlNumber, writtenAt, functionalCode, guide }: Envelope): string[] => [
  ...[functionalCode, sender.trim(), receiver.trim(), x12Date(writtenAt), x12Time(writtenAt)],
  ...[String(controlNumber), 'X', guide],
];

/** The day of an instant in UTC, CCYYMMDD. */
export const x12Date = (instant: string): string => instant.slice(0, 10).replaceAll('-', '');

/** The time of day of an instant in UTC, HHMM. */
export const x12Time = (instant: string): string => `${instant.slice(11, 13)}${instant.slice(14, 16)}`;

const withoutEmptyTail = (elements: readonly string[]): string[] =>
  elements.slice(0, elements.findLastIndex((value) => value !== '') + 1);

/** One interchange with one transaction. Throws an UnsayableRequest when an element would end itself or its segment. */
export const writeDocument = (envelope: Envelope, segments: readonly Segment[]): string => {
  const notation = new x12.JSEDINotation(interchangeHeader(envelope), separators);
  const transaction = notation
    .addFunctionalGroup(groupHeader(envelope))
    .addTransaction([envelope.transactionSet, '0001', envelope.guide]);
  for (const [tag = '', ...elements] of segments) {
    if (elements.some((value) => /[~*\u0000-\u001f]/.test(value)))
      throw new UnsayableRequest(tag, 'has a separator or a control character in its data');
    transaction.addSegment(tag, withoutEmptyTail(elements));
  }
  return new x12.X12Generator(notation, separators).toString();
};
