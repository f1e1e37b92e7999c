import {
  type Channel,
  channels,
  IsId,
  IsText,
  IsValue,
  MayBeAbsent,
  type PartyRef,
  PartyRefValue,
  pick,
  sameParty,
} from '@referral/values';
import { IsBoolean, IsIn } from 'class-validator';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { ReferralCommand } from './referral-command';

/** Someone was told how the referral stands. `status` is a code or a short sentence without patient data. */
export class RecordStatusUpdateGiven extends ReferralCommand {
  @IsValue(() => PartyRefValue) readonly to!: PartyRef;
  @IsText(200) readonly status!: string;
  @IsIn(channels) readonly channel!: Channel;
  @MayBeAbsent() @IsId() readonly template?: string;
  @MayBeAbsent() @IsBoolean() readonly teachBack?: boolean;
}

/** T39. A party is told the same once at one time; the same words later are another update. */
export const recordStatusUpdateGiven = (
  command: RecordStatusUpdateGiven,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const told = referral.facets.statusUpdates.some(
    ({ to, status, channel, at }) =>
      sameParty(to, command.to) &&
      status === command.status &&
      channel === command.channel &&
      at === command.occurredAt,
  );
  if (told) return [];
  requireTransition(referral, 'RecordStatusUpdateGiven');
  return [happened('StatusUpdateGiven', command, pick(command, 'to', 'status', 'channel', 'template', 'teachBack'))];
};

/** Telling someone how it stands. */
export const recordStatusUpdateGivenUseCase: UseCase<RecordStatusUpdateGiven> = {
  name: 'RecordStatusUpdateGiven',
  command: RecordStatusUpdateGiven,
  summary: 'Records that a party was told how the referral stands.',
  roles: ['coordinator', 'system'],
  creates: false,
  generatedIds: [],
  decide: recordStatusUpdateGiven,
};
