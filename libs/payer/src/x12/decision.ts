import type { AuthorizationAnswer, Denied, Granted, GrantedUnits } from '../authorization';
import { UnintelligibleAnswer } from '../errors';
import { procedure } from '../procedure-codes';
import { readCount } from './amounts';
import { tagged } from './answer-to';
import { type Days, readDate, readDays } from './dates';
import type { X12Document } from './read-document';
import { actionOf, type ReviewCase } from './review-case';
import { element, type Segment } from './segment';

interface Basis {
  readonly decidedOn: string;
  readonly raw: string;
}

/** A payer's decision. `basis.decidedOn` counts unless the payer tells when it decided. */
export const decided = (reviewed: ReviewCase, document: X12Document, basis: Basis): AuthorizationAnswer => {
  const issued = dateOf(reviewed.event, '102');
  const told = { ...basis, ...(issued && { decidedOn: issued.start }) };
  switch (reviewed.action) {
    case 'A1':
      return granted('approved', reviewed, document, told);
    case 'A2':
      return granted('partially_approved', reviewed, document, told);
    case 'A6':
      return granted('modified', reviewed, document, told);
    case 'A3':
      return denied(reviewed, document, told);
    case 'NA':
      return { outcome: 'not_required', ...told };
    case 'C':
      return { outcome: 'cancelled', ...told };
    case 'CT':
      return { outcome: 'contact_payer', ...told };
    case 'A4':
      throw new UnintelligibleAnswer('It pends and decides at once (HCR).');
  }
};

const granted = (
  outcome: Granted['outcome'],
  { event, review, services }: ReviewCase,
  { components }: X12Document,
  basis: Basis,
): Granted => {
  const number = element(review, 2);
  const validity = validityOf([event, ...services]);
  return {
    outcome,
    ...(number !== '' && { number }),
    ...(validity && { validity }),
    units: services.flatMap((segments) => unitsOf(segments, components)),
    ...basis,
  };
};

const denied = ({ event, review, services }: ReviewCase, { repetitions }: X12Document, basis: Basis): Denied => {
  const words = [event, ...services]
    .flatMap((segments) => tagged(segments, 'MSG'))
    .map((segment) => element(segment, 1));
  const [code = ''] = repetitions(element(review, 3));
  return { outcome: 'denied', denialReason: { code, specific: words.join(' ') }, ...basis };
};

/** The certified period (AAH), else from its first to its last day (007 or 036), of the event or else of its first service that has one. */
const validityOf = (places: readonly (readonly Segment[])[]): Days | undefined => {
  for (const segments of places) {
    const certified = dateOf(segments, 'AAH');
    if (certified) return certified;
    const [effective, expiration] = [dateOf(segments, '007'), dateOf(segments, '036')];
    const end = expiration?.end ?? expiration?.start;
    if (effective) return { ...effective, ...(end !== undefined && end >= effective.start && { end }) };
  }
  return undefined;
};

const dateOf = (segments: readonly Segment[], qualifier: string): Days | undefined => {
  const date = tagged(segments, 'DTP').find((segment) => element(segment, 1) === qualifier);
  if (!date) return undefined;
  return qualifier === '102' && element(date, 2) === 'D8'
    ? { start: readDate('The day of the decision (DTP)', element(date, 3)) }
    : readDays('The certified period (DTP)', element(date, 2), element(date, 3));
};

const unitsOf = (segments: readonly Segment[], components: X12Document['components']): readonly GrantedUnits[] => {
  const [line] = tagged(segments, 'SV1');
  if (!line) return [];
  const [kind, code = ''] = components(element(line, 1));
  if (kind !== 'HC' || code === '')
    throw new UnintelligibleAnswer('It grants a service without a procedure code (SV1).');
  const [review] = tagged(segments, 'HCR');
  const nothing = review !== undefined && ['A3', 'C'].includes(actionOf(review));
  const [delivery] = tagged(segments, 'HSD');
  const quantity = delivery ? element(delivery, 2) : element(line, 4);
  return [{ service: procedure(code), approved: nothing ? 0 : readCount('The units of a service', quantity) }];
};
