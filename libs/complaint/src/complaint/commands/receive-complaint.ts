import type { CreatingUseCase } from '@referral/eventsourcing';
import { ArrayUnique, IsIn } from 'class-validator';
import {
  type Channel,
  channels,
  IsId,
  IsList,
  IsText,
  IsValue,
  MayBeAbsent,
  type PartyRef,
  PartyRefValue,
  pick,
  sameParty,
} from '@referral/values';
import type { ComplaintState } from '../complaint';
import type { ComplaintEvent } from '../events';
import { happened, refusal } from '../rules';
import { severities, type Severity } from '../vocabulary';
import { ComplaintCommand } from './complaint-command';

/** Somebody complains. */
export class ReceiveComplaint extends ComplaintCommand {
  @IsValue(() => PartyRefValue) readonly from!: PartyRef;
  @IsIn(channels) readonly channel!: Channel;
  @IsText(200) readonly about!: string;
  @MayBeAbsent() @IsList(50) @ArrayUnique() @IsId({ each: true }) readonly referralIds: readonly string[] = [];
  @IsIn(severities) readonly severity!: Severity;
  @MayBeAbsent() @IsId() readonly patientId?: string;
  @IsText(10_000) readonly text!: string;
}

/** G01. Its text is patient data and not part of what rules see. */
export const receiveComplaint = (command: ReceiveComplaint, complaint: ComplaintState): readonly ComplaintEvent[] => {
  const { from, about, text } = command;
  if (complaint.stage !== 'none') {
    if (sameParty(complaint.from, from) && complaint.about === about) return [];
    throw refusal('CONTRADICTS_RECORD', 'This complaint was received before, and otherwise.');
  }
  const said = pick(command, 'complaintId', 'from', 'channel', 'about', 'referralIds', 'severity', 'patientId');
  return [happened('ComplaintReceived', command, { ...said, text })];
};

/** Receiving a complaint. */
export const receiveComplaintUseCase: CreatingUseCase<ReceiveComplaint, ComplaintState, ComplaintEvent> = {
  name: 'ReceiveComplaint',
  command: ReceiveComplaint,
  summary: 'Takes a complaint in; it is acknowledged within two business days.',
  roles: ['coordinator', 'intake', 'lead', 'patient_proxy', 'referring_party', 'receiving_party', 'integration'],
  creates: true,
  generatedIds: [],
  decide: receiveComplaint,
};
