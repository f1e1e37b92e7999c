import type { AuthorizationInquiry } from '../authorization';
import { partyLevels } from './parties';
import type { Partner } from './partner';
import { envelopeOf, heading, trace, type RequestKind } from './request-heading';
import { sayable } from './sayable';
import type { Segment } from './segment';
import { writeDocument } from './write-document';

const kind: RequestKind = {
  functionalCode: 'HI',
  transactionSet: '278',
  guide: '005010X215',
  structure: '0007',
  purpose: '28',
};

/** The 278 document that asks what became of a pended request. Throws an UnsayableRequest. */
export const reviewInquiry = (inquiry: AuthorizationInquiry, partner: Partner, writtenAt: string): string => {
  const { traceNumber, payerReference } = inquiry;
  const segments: readonly Segment[] = [
    heading(kind, traceNumber, writtenAt),
    ...partyLevels({ payerRole: 'X3', memberHasChildren: true }, partner, inquiry),
    ['HL', '4', '3', 'EV', '0'],
    trace(partner, traceNumber),
    ['REF', 'NT', sayable('payerReference', payerReference, 50)],
  ];
  return writeDocument(envelopeOf(kind, partner, traceNumber, writtenAt), segments);
};
