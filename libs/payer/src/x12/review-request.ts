import type { Coding } from '@referral/values';
import type { AuthorizationRequest, RequestedService } from '../authorization';
import { UnsayableRequest } from '../errors';
import { icd10, isProcedure } from '../procedure-codes';
import { writeDate } from './dates';
import { partyLevels, provider } from './parties';
import type { Partner } from './partner';
import { envelopeOf, heading, trace, type RequestKind } from './request-heading';
import { sayable } from './sayable';
import type { Segment } from './segment';
import { writeDocument } from './write-document';

const kind: RequestKind = {
  functionalCode: 'HI',
  transactionSet: '278',
  guide: '005010X217',
  structure: '0007',
  purpose: '13',
};

/** X12 has room for twelve diagnoses. */
const mostDiagnoses = 12;

/** The 278 document of a request for an authorization. Throws an UnsayableRequest. */
export const reviewRequest = (request: AuthorizationRequest, partner: Partner, writtenAt: string): string => {
  const { traceNumber, services, servicingProvider } = request;
  if (services.length === 0) throw new UnsayableRequest('services', 'is empty');
  const segments: readonly Segment[] = [
    heading(kind, traceNumber, writtenAt),
    ...partyLevels({ payerRole: 'X3', memberHasChildren: true }, partner, request),
    ['HL', '4', '3', 'EV', '1'],
    trace(partner, traceNumber),
    review(request),
    ...diagnoses(request.diagnoses),
    ...(servicingProvider ? [provider('SJ', 'servicingProvider', servicingProvider)] : []),
    ...services.flatMap(service),
  ];
  return writeDocument(envelopeOf(kind, partner, traceNumber, writtenAt), segments);
};

const review = ({ category, serviceType, placeOfService, level }: AuthorizationRequest): Segment => [
  ...['UM', category === 'specialty_care' ? 'SC' : 'HS', 'I', sayable('serviceType', serviceType, 2)],
  ...[`${sayable('placeOfService', placeOfService, 2)}:B`, '', level === 'expedited' ? 'U' : ''],
];

const diagnoses = (codings: readonly Coding[]): readonly Segment[] => {
  if (codings.length > mostDiagnoses) throw new UnsayableRequest('diagnoses', `are more than ${mostDiagnoses}`);
  const codes = codings.map(({ system, code }, place) => {
    const field = `diagnoses[${place}]`;
    if (system !== icd10) throw new UnsayableRequest(field, 'is not ICD-10-CM');
    return `${place === 0 ? 'ABK' : 'ABF'}:${sayable(field, code.replace('.', ''), 30)}`;
  });
  return codes.length === 0 ? [] : [['HI', ...codes]];
};

const service = ({ code, units, from, to }: RequestedService, place: number): readonly Segment[] => {
  const field = `services[${place}]`;
  if (!isProcedure(code)) throw new UnsayableRequest(`${field}.code`, 'is neither CPT nor HCPCS');
  if (!Number.isInteger(units) || units < 1 || units > 9_999)
    throw new UnsayableRequest(`${field}.units`, 'is not 1 to 9999');
  const days = `${writeDate(`${field}.from`, from)}-${writeDate(`${field}.to`, to)}`;
  return [
    ['HL', String(5 + place), '4', 'SS', '0'],
    ['DTP', '472', 'RD8', days],
    ['SV1', `HC:${sayable(`${field}.code`, code.code, 48)}`, '', 'UN', String(units)],
    ['HSD', 'VS', String(units)],
  ];
};
