import { requireOrder } from '@referral/eventsourcing';
import { IsIn } from 'class-validator';
import { IsId, IsList, IsText, MayBeAbsent, pick } from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { dispositions, type Disposition } from '../values/vocabulary';
import { ReferralCommand } from './referral-command';

/** The referrer has read the report and says what follows from it. */
export class AcknowledgeReport extends ReferralCommand {
  @IsId() readonly by!: string;
  @IsIn(dispositions) readonly disposition!: Disposition;
  @MayBeAbsent() @IsList(20) @IsText(500, { each: true }) readonly followUps: readonly string[] = [];
}

const requireUnanswered = ({ facets }: RegisteredReferral): void => {
  const disposition = facets.report?.acknowledged?.disposition;
  if (disposition === undefined) return;
  throw refusal('CONTRADICTS_RECORD', `The report was acknowledged as ${disposition} already.`, { disposition });
};

/** T38. */
export const acknowledgeReport = (
  command: AcknowledgeReport,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const { report } = referral.facets;
  const earlier = report?.acknowledged;
  if (earlier && earlier.by === command.by && earlier.disposition === command.disposition) return [];
  requireTransition(referral, 'AcknowledgeReport');
  requireUnanswered(referral);
  if (report) requireOrder(command, report.receivedAt, 'the report came in');
  return [happened('ReportAcknowledged', command, pick(command, 'by', 'disposition', 'followUps'))];
};

/** The referrer's answer to the report. */
export const acknowledgeReportUseCase: UseCase<AcknowledgeReport> = {
  name: 'AcknowledgeReport',
  command: AcknowledgeReport,
  summary: 'Records that the referrer has read the report, and what follows.',
  roles: ['referring_party', 'clinical_reviewer'],
  creates: false,
  generatedIds: [],
  decide: acknowledgeReport,
  possible: requireUnanswered,
};
