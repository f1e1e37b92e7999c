import type { Segment } from '@referral/payer';
import { type Said, trace } from './answer-document';
import { authorizationNumber } from './derived';
import { type PendedCase, referenceOf } from './pended-case';
import type { AskedService, Question } from './question';
import type { Decision } from './scenarios';

/** A service as a 278 answers it. */
interface AnsweredService {
  readonly code: string;
  readonly action: 'A1' | 'A3' | 'A6';
  readonly units: number;
}

const dayMs = 86_400_000;

/** Days that an authorization of this payer is good for. */
const certifiedDays = 90;

/** What a 278 says of a request for an authorization. */
export const sayAuthorization = (question: Question, decision: Decision, now: number): Said => {
  const { services, traceNumber } = question;
  switch (decision) {
    case 'approve':
      return approved(question, { receivedAt: now, services }, traceNumber);
    case 'approve_part':
      return granted(question, 'A2', traceNumber, now, partly(services));
    case 'modify':
      return granted(question, 'A6', traceNumber, now, services.map(oneLess));
    case 'deny':
      return event(question, [
        ['HCR', 'A3', '', '0E'],
        ['MSG', 'NOT MEDICALLY NECESSARY BY POLICY SYN-1'],
      ]);
    case 'pend':
      return pended(question, referenceOf(services, now));
    case 'cancel':
      return event(question, [['HCR', 'C']]);
    case 'not_required':
      return event(question, [['HCR', 'NA']]);
    case 'contact_payer':
      return event(question, [['HCR', 'CT']]);
  }
};

/** A case that waits, for a report and for the answer to a question. */
export const pended = (question: Question, reference: string): Said =>
  event(question, [
    ['HCR', 'A4', '', '0V'],
    ['REF', 'NT', reference],
    ['HI', 'LOI:18776-5'],
    ['PWK', '77', 'EL'],
  ]);

/** All of a case. `numberedBy` gives the authorization its number. */
export const approved = (question: Question, { receivedAt, services }: PendedCase, numberedBy: string): Said =>
  granted(
    question,
    'A1',
    numberedBy,
    receivedAt,
    services.map(({ code, units }) => ({ code, action: 'A1', units })),
  );

const partly = (services: readonly AskedService[]): readonly AnsweredService[] =>
  services.map(({ code, units }, place) =>
    place === 0 ? { code, action: 'A1', units: Math.ceil(units / 2) } : { code, action: 'A3', units },
  );

const oneLess = ({ code, units }: AskedService): AnsweredService => ({
  code,
  action: 'A6',
  units: Math.max(1, units - 1),
});

const event = (question: Question, segments: readonly Segment[], services: readonly Segment[] = []): Said => ({
  ofMember: [],
  below: [['HL', '4', '3', 'EV', services.length > 0 ? '1' : '0'], trace(question), ...segments, ...services],
});

const granted = (
  question: Question,
  action: 'A1' | 'A2' | 'A6',
  numberedBy: string,
  from: number,
  services: readonly AnsweredService[],
): Said => {
  const [start, end] = [from, from + certifiedDays * dayMs].map(x12Day);
  return event(
    question,
    [
      ['HCR', action, authorizationNumber(numberedBy)],
      ['DTP', 'AAH', 'RD8', `${start}-${end}`],
    ],
    services.flatMap(serviceLevel),
  );
};

const serviceLevel = ({ code, action, units }: AnsweredService, place: number): readonly Segment[] => [
  ['HL', String(5 + place), '4', 'SS', '0'],
  ['HCR', action],
  ['SV1', `HC:${code}`, '', 'UN', String(units)],
  ['HSD', 'VS', String(units)],
];

const x12Day = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10).replaceAll('-', '');
