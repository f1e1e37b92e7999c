import { UnsayableRequest } from '../errors';
import type { Member, Provider } from '../parties';
import { writeDate } from './dates';
import type { Partner } from './partner';
import { sayable, sayableName } from './sayable';
import type { Segment } from './segment';

/** Levels 20 (payer), 21 (who asks) and 22 (member) up to the member's name; `traces` stand before it where the guide has them there. */
export const partyLevels = (
  { payerRole, memberHasChildren }: { readonly payerRole: 'PR' | 'X3'; readonly memberHasChildren: boolean },
  { payerId, payerName }: Partner,
  { requester, member }: { readonly requester: Provider; readonly member: Member },
  traces: readonly Segment[] = [],
): readonly Segment[] => [
  ['HL', '1', '', '20', '1'],
  organization(payerRole, 'payer', payerName, 'PI', sayable('payer.payerId', payerId, 80)),
  ['HL', '2', '1', '21', '1'],
  provider('1P', 'requester', requester),
  ['HL', '3', '2', '22', memberHasChildren ? '1' : '0'],
  ...traces,
  ...memberSegments(member),
];

/** An organization by its National Provider Identifier. */
export const provider = (role: string, field: string, { npi, name }: Provider): Segment => {
  if (!/^\d{10}$/.test(npi)) throw new UnsayableRequest(`${field}.npi`, 'is not ten digits');
  return organization(role, field, name, 'XX', npi);
};

const organization = (role: string, field: string, name: string, idKind: string, id: string): Segment => [
  ...['NM1', role, '2', sayableName(`${field}.name`, name, 60)],
  ...['', '', '', '', idKind, id],
];

const memberSegments = ({ memberId, lastName, firstName, birthDate, sex = 'U' }: Member): readonly Segment[] => [
  [
    ...['NM1', 'IL', '1', sayableName('member.lastName', lastName, 60), sayableName('member.firstName', firstName, 35)],
    ...['', '', '', 'MI', sayable('member.memberId', memberId, 80)],
  ],
  ['DMG', 'D8', writeDate('member.birthDate', birthDate), sex],
];
