import { IsCalendarDate, IsId, pick } from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { ReferralCommand } from './referral-command';

/** Another coverage pays from a date on; what the old payer said holds no longer. */
export class RecordCoverageChange extends ReferralCommand {
  @IsId() readonly oldCoverageId!: string;
  @IsId() readonly newCoverageId!: string;
  @IsCalendarDate() readonly effectiveDate!: string;
}

type Change = RegisteredReferral['facets']['coverageChanges'][number];

const isSame = (command: RecordCoverageChange, known: Change): boolean =>
  command.oldCoverageId === known.oldCoverageId &&
  command.newCoverageId === known.newCoverageId &&
  command.effectiveDate === known.effectiveDate;

/** T39. */
export const recordCoverageChange = (
  command: RecordCoverageChange,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const last = referral.facets.coverageChanges.at(-1);
  if (last && isSame(command, last)) return [];
  requireTransition(referral, 'RecordCoverageChange');
  return [
    happened('CoverageChanged', command, {
      ...pick(command, 'oldCoverageId', 'newCoverageId', 'effectiveDate'),
      recheckNeeded: true,
    }),
  ];
};

/** Another coverage. */
export const recordCoverageChangeUseCase: UseCase<RecordCoverageChange> = {
  name: 'RecordCoverageChange',
  command: RecordCoverageChange,
  summary: 'Records that another coverage pays; eligibility and authorization are found out anew.',
  roles: ['coordinator', 'integration'],
  creates: false,
  generatedIds: [],
  decide: recordCoverageChange,
};
