import { element, levelsOf, readDocument, type Segment, type X12Document } from '@referral/payer';

/** A service of a request for an authorization. */
export interface AskedService {
  /** As the request names it, such as `HC:99242`. */
  readonly procedure: string;
  readonly code: string;
  readonly units: number;
  /** Its date segment, which the answer repeats. */
  readonly date: Segment;
}

/** A request as the payer reads it. */
export interface Question {
  readonly kind: 'eligibility' | 'authorization' | 'inquiry';
  readonly document: X12Document;
  readonly traceNumber: string;
  readonly traceOriginator: string;
  readonly memberId: string;
  /** Name segments of payer, requester and member, and the member's demographics, which the answer repeats. */
  readonly parties: { readonly payer: Segment; readonly requester: Segment; readonly member: readonly Segment[] };
  /** Calendar date, CCYYMMDD; of an inquiry about eligibility. */
  readonly serviceDate: string;
  readonly serviceTypes: readonly string[];
  readonly services: readonly AskedService[];
  /** Of a pended case; of an inquiry about it. */
  readonly payerReference: string;
}

/** A document that this payer does not understand at all, so that it cannot even reject it by X12. */
export class NotAQuestion extends Error {
  override readonly name = 'NotAQuestion';
}

const kinds: Readonly<Record<string, Question['kind']>> = {
  '270 005010X279A1': 'eligibility',
  '278 005010X217': 'authorization',
  '278 005010X215': 'inquiry',
};

/** Reads a request. Throws a NotAQuestion, or the UnintelligibleAnswer of the document reader. */
export const questionIn = (text: string): Question => {
  const document = readDocument(text);
  const kind = kinds[`${document.transactionSet} ${document.guide}`];
  const { segments, components } = document;
  const first = (tag: string, qualifier?: string): Segment =>
    segments.find(([name, code]) => name === tag && (qualifier === undefined || code === qualifier)) ?? [];
  const [trace, member] = [first('TRN', '1'), first('NM1', 'IL')];
  if (!kind || element(trace, 2) === '' || element(member, 9) === '')
    throw new NotAQuestion('It is no 270 or 278 with a trace number and a member.');
  return {
    kind,
    document,
    traceNumber: element(trace, 2),
    traceOriginator: element(trace, 3),
    memberId: element(member, 9),
    parties: {
      payer: kind === 'eligibility' ? first('NM1', 'PR') : first('NM1', 'X3'),
      requester: first('NM1', '1P'),
      member: [member, first('DMG')].filter((segment) => segment.length > 0),
    },
    serviceDate: element(first('DTP', '291'), 3),
    serviceTypes: segments.filter(([tag]) => tag === 'EQ').map((segment) => element(segment, 1)),
    services: servicesIn(segments, components),
    payerReference: element(first('REF', 'NT'), 2),
  };
};

const servicesIn = (segments: readonly Segment[], components: X12Document['components']): readonly AskedService[] =>
  levelsOf(segments)
    .filter(({ code }) => code === 'SS')
    .map((level) => {
      const line = level.segments.find(([tag]) => tag === 'SV1') ?? [];
      const date = level.segments.find(([tag]) => tag === 'DTP') ?? [];
      const [, code = ''] = components(element(line, 1));
      return { procedure: element(line, 1), code, units: Number(element(line, 4)), date };
    });
