import { requireOrder } from '@referral/eventsourcing';
import {
  type Channel,
  channels,
  IsInstant,
  IsValue,
  type PartyRef,
  PartyRefValue,
  pick,
  sameParty,
} from '@referral/values';
import { IsIn } from 'class-validator';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { ReferralCommand } from './referral-command';

/** The specialist is asked for the report. */
export class RequestReport extends ReferralCommand {
  @IsValue(() => PartyRefValue) readonly to!: PartyRef;
  @IsIn(channels) readonly channel!: Channel;
  @IsInstant() readonly dueAt!: string;
}

/** T39. The same request, due at the same time, is one. */
export const requestReport = (command: RequestReport, referral: RegisteredReferral): readonly ReferralEvent[] => {
  const asked = referral.facets.reportRequests.filter(({ cycle }) => cycle === referral.cycle);
  const known = asked.some(
    ({ to, channel, dueAt }) => sameParty(to, command.to) && channel === command.channel && dueAt === command.dueAt,
  );
  if (known) return [];
  requireTransition(referral, 'RequestReport');
  requireOrder(command, referral.stageSince, 'the patient was seen');
  return [
    happened('ReportRequested', command, { attemptNo: asked.length + 1, ...pick(command, 'to', 'channel', 'dueAt') }),
  ];
};

/** Asking for the report. */
export const requestReportUseCase: UseCase<RequestReport> = {
  name: 'RequestReport',
  command: RequestReport,
  summary: 'Asks the specialist for the report that is awaited.',
  roles: ['coordinator', 'system'],
  creates: false,
  generatedIds: [],
  decide: requestReport,
};
