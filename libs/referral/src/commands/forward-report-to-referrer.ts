import { requireOrder } from '@referral/eventsourcing';
import { IsId, IsValue, MayBeAbsent, type PartyRef, PartyRefValue, pick, sameParty } from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { ReferralCommand } from './referral-command';

/** The report goes to the referrer. */
export class ForwardReportToReferrer extends ReferralCommand {
  @MayBeAbsent() @IsId() readonly transmissionId!: string;
  @IsValue(() => PartyRefValue) readonly to!: PartyRef;
}

/** T38. The same report goes to the same party once; a corrected one goes again. */
export const forwardReportToReferrer = (
  command: ForwardReportToReferrer,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const { report } = referral.facets;
  if (report?.forwardedTo.some((party) => sameParty(party, command.to))) return [];
  requireTransition(referral, 'ForwardReportToReferrer');
  if (report) requireOrder(command, report.receivedAt, 'the report came in');
  return [happened('ReportForwarded', command, pick(command, 'transmissionId', 'to'))];
};

/** Sending the report on. */
export const forwardReportToReferrerUseCase: UseCase<ForwardReportToReferrer> = {
  name: 'ForwardReportToReferrer',
  command: ForwardReportToReferrer,
  summary: 'Records that the report was sent to the referrer.',
  roles: ['coordinator', 'system'],
  creates: false,
  generatedIds: ['transmissionId'],
  decide: forwardReportToReferrer,
};
