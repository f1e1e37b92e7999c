import { alreadySaid, type UseCase } from '@referral/eventsourcing';
import { IsCalendarDate, IsId, IsList, IsText, pick } from '@referral/values';
import type { Entry, EntryState } from '../entry';
import type { EntryEvent } from '../events';
import { happened, refusal, transitions } from '../rules';
import { EntryCommand } from './entry-command';

/** It is agreed with a partner who does what. */
export class RecordPartnerAgreement extends EntryCommand {
  @IsId() readonly documentId!: string;
  @IsList(50, 1) @IsText(500, { each: true }) readonly responsibilities!: readonly string[];
  @IsCalendarDate() readonly effective!: string;
}

/** D07. */
export const recordPartnerAgreement = (command: RecordPartnerAgreement, entry: Entry): readonly EntryEvent[] => {
  const { documentId } = command;
  const agreement = pick(command, 'documentId', 'responsibilities', 'effective');
  const known = entry.agreements.find((one) => one.documentId === documentId);
  if (known && alreadySaid(known, agreement)) return [];
  if (known) throw refusal('CONTRADICTS_RECORD', 'This document was recorded as another agreement.', { documentId });
  transitions.require(entry.stage, 'RecordPartnerAgreement');
  return [happened('PartnerAgreementRecorded', command, agreement)];
};

/** Recording an agreement with a partner. */
export const recordPartnerAgreementUseCase: UseCase<RecordPartnerAgreement, EntryState, EntryEvent> = {
  name: 'RecordPartnerAgreement',
  command: RecordPartnerAgreement,
  summary: 'Records a written agreement with the partner about who does what.',
  roles: ['admin', 'integration'],
  creates: false,
  generatedIds: [],
  decide: recordPartnerAgreement,
};
