import { IsId, IsValue, MayBeAbsent, pick, type Reason, ReasonValue } from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import { requireReason } from '../reasons';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { ReferralCommand } from './referral-command';

/** A note was filed that does not belong to this referral. */
export class RejectConsultNote extends ReferralCommand {
  @IsId() readonly documentId!: string;
  @MayBeAbsent() @IsValue(() => ReasonValue) readonly reason?: Reason;
}

const requireSomeNote = ({ facets }: RegisteredReferral): void => {
  if (facets.consultNotes.every(({ documentId }) => facets.rejectedNotes.includes(documentId)))
    throw refusal('CONSULT_NOTE_NOT_FOUND', 'No note is on the record.');
};

/** T50 for the report itself, which is then awaited anew; T39 for another note. A report that was acknowledged stays. */
export const rejectConsultNote = (
  command: RejectConsultNote,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const { consultNotes, rejectedNotes, report } = referral.facets;
  if (rejectedNotes.includes(command.documentId)) return [];
  const isReport = report?.documentId === command.documentId;
  requireTransition(referral, 'RejectConsultNote', isReport ? 'report' : 'other_note');
  if (!consultNotes.some(({ documentId }) => documentId === command.documentId))
    throw refusal('CONSULT_NOTE_NOT_FOUND');
  if (isReport && report.acknowledged)
    throw refusal('CONTRADICTS_RECORD', 'The referrer has acknowledged this report.');
  return [
    happened('ConsultNoteRejected', command, {
      ...pick(command, 'documentId'),
      reason: requireReason('rejectNote', command.reason),
    }),
  ];
};

/** A note that does not belong here. */
export const rejectConsultNoteUseCase: UseCase<RejectConsultNote> = {
  name: 'RejectConsultNote',
  command: RejectConsultNote,
  summary: 'Rejects a note that belongs to another patient or referral; without its report the referral waits again.',
  roles: ['coordinator'],
  creates: false,
  generatedIds: [],
  decide: rejectConsultNote,
  possible: requireSomeNote,
};
