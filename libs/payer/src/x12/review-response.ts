import type { AuthorizationAnswer, AuthorizationInquiry, AuthorizationRequest, Pended } from '../authorization';
import { UnintelligibleAnswer } from '../errors';
import { answerTo, tagged } from './answer-to';
import { decided } from './decision';
import { readDays } from './dates';
import type { X12Document } from './read-document';
import { caseOf, type ReviewCase } from './review-case';
import { element } from './segment';

/** Reads the 278 that answers a request. Throws an UnintelligibleAnswer or a RequestRejected. */
export const reviewResponse = (text: string, request: AuthorizationRequest): AuthorizationAnswer =>
  answered(text, request, '005010X217', ['11']);

/** Reads the 278 that answers an inquiry. Throws an UnintelligibleAnswer or a RequestRejected. */
export const inquiryResponse = (text: string, inquiry: AuthorizationInquiry): AuthorizationAnswer =>
  answered(text, inquiry, '005010X215', ['11', '49']);

const answered = (
  text: string,
  { traceNumber, member }: AuthorizationRequest | AuthorizationInquiry,
  guide: string,
  purposes: readonly string[],
): AuthorizationAnswer => {
  const expected = {
    transactionSet: '278',
    guide,
    structure: '0007',
    purposes,
    traceNumber,
    memberId: member.memberId,
  };
  const answer = answerTo(text, expected);
  const reviewed = caseOf(answer);
  return reviewed.action === 'A4'
    ? pended(reviewed, answer.document, text)
    : decided(reviewed, answer.document, { decidedOn: answer.writtenOn, raw: text });
};

/** X12 has room for fifty characters. */
const longestReference = 50;

const pended = ({ event, review }: ReviewCase, document: X12Document, raw: string): Pended => {
  const reference = tagged(event, 'REF').find((segment) => element(segment, 1) === 'NT');
  const payerReference = reference ? element(reference, 2) : element(review, 2);
  if (payerReference === '' || payerReference.length > longestReference)
    throw new UnintelligibleAnswer('It pends the request under no reference (REF, HCR02) that an inquiry can name.');
  const due = tagged(event, 'DTP').find((segment) => element(segment, 1) === '106');
  return {
    outcome: 'pended',
    payerReference,
    reasonCodes: document.repetitions(element(review, 3)),
    infoRequested: [...reportsWanted(event), ...questionsAsked(event, document)],
    ...(due && { infoDueAt: readDays('The date of the information (DTP)', element(due, 2), element(due, 3)).start }),
    raw,
  };
};

const reportsWanted = (event: ReviewCase['event']): readonly string[] =>
  tagged(event, 'PWK')
    .map((segment) => element(segment, 1))
    .filter((code) => code !== '');

/** Questions stand as LOINC codes in HI, each a composite that begins with LOI. */
const questionsAsked = (event: ReviewCase['event'], { components }: X12Document): readonly string[] =>
  tagged(event, 'HI')
    .flatMap((segment) => segment.slice(1).map(components))
    .filter(([kind, code]) => kind === 'LOI' && code !== undefined && code !== '')
    .map(([, code = '']) => code);
