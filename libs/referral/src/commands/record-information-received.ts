import { requireOrder } from '@referral/eventsourcing';
import { IsId, IsListOf, IsValue, MayBeAbsent, type PartyRef, PartyRefValue, pick } from '@referral/values';
import { requireAcceptable } from '../acceptable-document';
import { completenessReached } from '../completeness';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { type ReceivedItem, ReceivedItemValue } from '../values/information-item';
import { ReferralCommand } from './referral-command';

/** Missing information has come in. */
export class RecordInformationReceived extends ReferralCommand {
  @MayBeAbsent() @IsId() readonly requestId?: string;
  @IsListOf(() => ReceivedItemValue, 100, 1) readonly items!: readonly ReceivedItem[];
  @IsValue(() => PartyRefValue) readonly from!: PartyRef;
}

const requireRequest = (requestId: string | undefined, referral: RegisteredReferral): void => {
  const known = referral.facets.informationRequests.some((request) => request.requestId === requestId);
  if (requestId !== undefined && !known) throw refusal('INFORMATION_REQUEST_NOT_FOUND');
};

/** True when every item is on the record and nobody has asked for it again since. */
const alreadyIn = (codes: readonly string[], { facets }: RegisteredReferral): boolean => {
  const open = new Set([...facets.completeness.missing, ...facets.informationRequests.flatMap(({ open }) => open)]);
  return codes.every((code) => facets.completeness.received.includes(code) && !open.has(code));
};

/** T05 and T37. The last missing item makes the referral complete, unless a named checklist waits for ConfirmComplete. */
export const recordInformationReceived = (
  command: RecordInformationReceived,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const codes = command.items.map((item) => item.code);
  if (alreadyIn(codes, referral)) return [];
  requireTransition(referral, 'RecordInformationReceived');
  requireRequest(command.requestId, referral);
  for (const { code, documentId } of command.items) requireAcceptable(referral, code, documentId, command.occurredAt);
  if (referral.stage === 'awaiting_information') requireOrder(command, referral.stageSince, 'it was asked for');
  const { missing, requirementSet } = referral.facets.completeness;
  const lastOnes = missing.length > 0 && missing.every((code) => codes.includes(code));
  const received = happened('InformationReceived', command, pick(command, 'requestId', 'items', 'from'));
  return lastOnes && requirementSet === null
    ? [received, completenessReached(command, referral.registration.receivedAt)]
    : [received];
};

/** Filing what came in. */
export const recordInformationReceivedUseCase: UseCase<RecordInformationReceived> = {
  name: 'RecordInformationReceived',
  command: RecordInformationReceived,
  summary: 'Records missing information as received; the last blocking item lets triage go on.',
  roles: ['intake', 'coordinator', 'integration'],
  creates: false,
  generatedIds: [],
  decide: recordInformationReceived,
};
