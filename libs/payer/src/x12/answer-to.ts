import { RequestRejected, UnintelligibleAnswer } from '../errors';
import { type Level, levelsOf } from './levels';
import { readDocument, type X12Document } from './read-document';
import { readDate } from './dates';
import { element, type Segment } from './segment';

/** What an answer must be to be one to our request. */
export interface Expectation {
  readonly transactionSet: string;
  readonly guide: string;
  readonly structure: string;
  /** Transaction set purpose codes of answers. */
  readonly purposes: readonly string[];
  readonly traceNumber: string;
  readonly memberId: string;
}

/** An answer that is known to be one to our request, and no rejection. */
export interface Answer {
  readonly document: X12Document;
  readonly levels: readonly Level[];
  /** Calendar date on which it was written. */
  readonly writtenOn: string;
}

/**
 * Reads an answer and sees that it belongs to the request: its kind, its trace number, its member.
 * Throws an UnintelligibleAnswer, or a RequestRejected when the payer refuses what was asked.
 */
export const answerTo = (text: string, expected: Expectation): Answer => {
  const document = readDocument(text);
  const { transactionSet, guide, segments } = document;
  if (transactionSet !== expected.transactionSet || guide !== expected.guide)
    throw new UnintelligibleAnswer(`It is not a ${expected.transactionSet} by ${expected.guide}.`);
  const [beginning = []] = segments;
  if (
    beginning[0] !== 'BHT' ||
    element(beginning, 1) !== expected.structure ||
    !expected.purposes.includes(element(beginning, 2))
  )
    throw new UnintelligibleAnswer('It does not say that it is an answer (BHT).');
  const levels = levelsOf(segments);
  checkTrace(segments, expected.traceNumber);
  refuseRejected(segments);
  checkMember(segments, expected.memberId);
  return { document, levels, writtenOn: readDate('BHT04', element(beginning, 4)) };
};

/** Segments of a tag. */
export const tagged = (segments: readonly Segment[], tag: string): readonly Segment[] =>
  segments.filter((segment) => segment[0] === tag);

const checkTrace = (segments: readonly Segment[], traceNumber: string): void => {
  const referenced = tagged(segments, 'TRN').filter((segment) => element(segment, 1) === '2');
  // A payer that cannot read who asks rejects at a level above the trace number.
  if (referenced.length === 0 && tagged(segments, 'AAA').length > 0) return;
  if (!referenced.some((segment) => element(segment, 2) === traceNumber.trim()))
    throw new UnintelligibleAnswer('It answers another request: its trace number (TRN) is not ours.');
};

const refuseRejected = (segments: readonly Segment[]): void => {
  const rejections = tagged(segments, 'AAA').map((segment) => ({
    code: codeIn(segment, 3),
    followUp: codeIn(segment, 4),
  }));
  if (rejections.length > 0) throw new RequestRejected(rejections);
};

/** A code list's value, or `?`: whatever else stands there must not get into an error's message. */
const codeIn = (segment: Segment, place: number): string =>
  /^[A-Z0-9]{1,3}$/.test(element(segment, place)) ? element(segment, place) : '?';

const checkMember = (segments: readonly Segment[], memberId: string): void => {
  const members = tagged(segments, 'NM1').filter((segment) => element(segment, 1) === 'IL');
  if (members.length !== 1 || !members.every((segment) => element(segment, 9) === memberId.trim()))
    throw new UnintelligibleAnswer('It is about another member, or about none or several.');
};
