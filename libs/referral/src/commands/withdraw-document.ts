import { IsId, IsValue, MayBeAbsent, pick, type Reason, ReasonValue } from '@referral/values';
import { findDocument, requireDocument, requireSomeDocument } from '../documents-on-file';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import { requireReason } from '../reasons';
import type { RegisteredReferral } from '../referral';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { ReferralCommand } from './referral-command';

/** A document is used no more, such as one of another patient. */
export class WithdrawDocument extends ReferralCommand {
  @IsId() readonly documentId!: string;
  @MayBeAbsent() @IsValue(() => ReasonValue) readonly reason?: Reason;
}

/** T39. What was sent with it before stays on the record. */
export const withdrawDocument = (command: WithdrawDocument, referral: RegisteredReferral): readonly ReferralEvent[] => {
  if (findDocument(referral, command.documentId)?.withdrawn === true) return [];
  requireTransition(referral, 'WithdrawDocument');
  requireDocument(referral, command.documentId);
  const reason = requireReason('withdrawDocument', command.reason);
  return [happened('DocumentWithdrawn', command, { ...pick(command, 'documentId'), reason })];
};

/** Withdrawing a document. */
export const withdrawDocumentUseCase: UseCase<WithdrawDocument> = {
  name: 'WithdrawDocument',
  command: WithdrawDocument,
  summary: 'Withdraws a document: it goes into no package any more.',
  roles: ['lead', 'privacy_officer'],
  creates: false,
  generatedIds: [],
  decide: withdrawDocument,
  possible: requireSomeDocument,
};
