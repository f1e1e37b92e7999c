import { type Segment, writeDocument } from '@referral/payer';
import { derivedNumber } from './derived';
import type { Question } from './question';

const kinds = {
  eligibility: { functionalCode: 'HB', transactionSet: '271', guide: '005010X279A1', structure: '0022', purpose: '11' },
  authorization: { functionalCode: 'HI', transactionSet: '278', guide: '005010X217', structure: '0007', purpose: '11' },
  inquiry: { functionalCode: 'HI', transactionSet: '278', guide: '005010X215', structure: '0007', purpose: '49' },
} as const;

/** What an answer says below the names that it repeats. */
export interface Said {
  /** In the member's level. */
  readonly ofMember: readonly Segment[];
  /** Levels below the member's. */
  readonly below: readonly Segment[];
}

/** The document that answers a question, from its receiver to its sender. */
export const answerDocument = (question: Question, said: Said, now: number): string => {
  const { kind, document, parties, traceNumber } = question;
  const { structure, purpose, ...kindOfDocument } = kinds[kind];
  const writtenAt = new Date(now).toISOString();
  const [date, time] = [writtenAt.slice(0, 10).replaceAll('-', ''), writtenAt.slice(11, 16).replace(':', '')];
  const envelope = {
    ...kindOfDocument,
    sender: document.receiver,
    receiver: document.sender,
    controlNumber: derivedNumber(traceNumber, 'interchange'),
    writtenAt,
    usage: 'test',
  } as const;
  return writeDocument(envelope, [
    ['BHT', structure, purpose, traceNumber, date, time],
    ...[['HL', '1', '', '20', '1'], parties.payer],
    ...[['HL', '2', '1', '21', '1'], parties.requester],
    ['HL', '3', '2', '22', said.below.length > 0 ? '1' : '0'],
    ...(kind === 'eligibility' ? [trace(question)] : []),
    ...parties.member,
    ...said.ofMember,
    ...said.below,
  ]);
};

/** The trace number of the question, as answers name it. */
export const trace = ({ traceNumber, traceOriginator }: Question): Segment => [
  'TRN',
  '2',
  traceNumber,
  traceOriginator,
];

/** An answer that takes nothing up. */
export const rejected = (question: Question, [code, followUp]: readonly [string, string]): Said => {
  const rejection: Segment = ['AAA', 'N', '', code, followUp];
  return question.kind === 'eligibility'
    ? { ofMember: [rejection], below: [] }
    : { ofMember: [], below: [['HL', '4', '3', 'EV', '0'], trace(question), rejection] };
};
