import { requireOrder } from '@referral/eventsourcing';
import { IsBoolean, IsIn } from 'class-validator';
import {
  type Channel,
  channels,
  IsId,
  IsInstant,
  IsListOf,
  IsValue,
  MayBeAbsent,
  type PartyRef,
  PartyRefValue,
  pick,
  sameParty,
} from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import type { InformationRequest } from '../facets';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { type InformationItem, InformationItemValue } from '../values/information-item';
import { ReferralCommand } from './referral-command';

/** Someone is asked for what is missing. Triage waits for it when `blocksTriage`. */
export class RequestMissingInformation extends ReferralCommand {
  @MayBeAbsent() @IsId() readonly requestId!: string;
  @IsListOf(() => InformationItemValue, 100, 1) readonly items!: readonly InformationItem[];
  @IsValue(() => PartyRefValue) readonly askedOf!: PartyRef;
  @IsIn(channels) readonly channel!: Channel;
  @IsInstant() readonly dueAt!: string;
  @IsBoolean() readonly blocksTriage!: boolean;
}

const asksTheSame = (command: RequestMissingInformation, known: InformationRequest): boolean =>
  command.blocksTriage === known.blocksTriage &&
  command.dueAt === known.dueAt &&
  sameParty(command.askedOf, known.askedOf) &&
  command.items.map((item) => item.code).join() === known.items.join();

/** T04 and T07 when it blocks triage, T37 otherwise, T44 when triage waits already. */
export const requestMissingInformation = (
  command: RequestMissingInformation,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const { informationRequests } = referral.facets;
  const known = informationRequests.find((request) => request.requestId === command.requestId);
  if (known && asksTheSame(command, known)) return [];
  if (known) throw refusal('CONTRADICTS_RECORD', 'A request with this id asked for something else.');
  requireTransition(referral, 'RequestMissingInformation', command.blocksTriage ? 'blocking' : 'not_blocking');
  if (command.blocksTriage) requireOrder(command, referral.stageSince, `it was ${referral.stage}`);
  return [
    happened('InformationRequested', command, {
      ...pick(command, 'requestId', 'items', 'askedOf', 'channel', 'dueAt', 'blocksTriage'),
      attemptNo: informationRequests.length + 1,
    }),
  ];
};

/** Asking for what is missing. */
export const requestMissingInformationUseCase: UseCase<RequestMissingInformation> = {
  name: 'RequestMissingInformation',
  command: RequestMissingInformation,
  summary: 'Asks someone for missing information; a blocking request holds triage back.',
  roles: ['intake', 'coordinator', 'clinical_reviewer'],
  creates: false,
  generatedIds: ['requestId'],
  decide: requestMissingInformation,
};
