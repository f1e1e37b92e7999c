import type { EligibilityRequest } from '../eligibility';
import { UnsayableRequest } from '../errors';
import { writeDate } from './dates';
import { partyLevels } from './parties';
import type { Partner } from './partner';
import { envelopeOf, heading, trace, type RequestKind } from './request-heading';
import { sayable } from './sayable';
import type { Segment } from './segment';
import { writeDocument } from './write-document';

const kind: RequestKind = {
  functionalCode: 'HS',
  transactionSet: '270',
  guide: '005010X279A1',
  structure: '0022',
  purpose: '13',
};

/** The 270 document of a request about eligibility. Throws an UnsayableRequest. */
export const eligibilityInquiry = (request: EligibilityRequest, partner: Partner, writtenAt: string): string => {
  const { traceNumber, serviceDate, serviceTypes } = request;
  if (serviceTypes.length === 0) throw new UnsayableRequest('serviceTypes', 'is empty');
  const segments: readonly Segment[] = [
    heading(kind, traceNumber, writtenAt),
    ...partyLevels({ payerRole: 'PR', memberHasChildren: false }, partner, request, [trace(partner, traceNumber)]),
    ['DTP', '291', 'D8', writeDate('serviceDate', serviceDate)],
    ...serviceTypes.map((type, place): Segment => ['EQ', sayable(`serviceTypes[${place}]`, type, 2)]),
  ];
  return writeDocument(envelopeOf(kind, partner, traceNumber, writtenAt), segments);
};
