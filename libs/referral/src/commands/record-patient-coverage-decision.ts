import { IsIn } from 'class-validator';
import { IsId, MayBeAbsent, pick } from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { coverageChoices, type CoverageChoice } from '../values/coverage-vocabulary';
import { ReferralCommand } from './referral-command';

/** The patient has decided how to go on without coverage, or outside the network. */
export class RecordPatientCoverageDecision extends ReferralCommand {
  @IsIn(coverageChoices) readonly choice!: CoverageChoice;
  @MayBeAbsent() @IsId() readonly signedNoticeDocumentId?: string;
}

/** T39. */
export const recordPatientCoverageDecision = (
  command: RecordPatientCoverageDecision,
  referral: RegisteredReferral,
): readonly ReferralEvent[] => {
  const { choice, signedNoticeDocumentId = null } = command;
  const { coverageDecision: known, authorization } = referral.facets;
  // A denial that came after it is to be decided about, though it be decided in the same way.
  const isOpen = authorization === 'denied' && known?.ofDenial !== true;
  if (!isOpen && known?.choice === choice && known.signedNoticeDocumentId === signedNoticeDocumentId) return [];
  requireTransition(referral, 'RecordPatientCoverageDecision');
  return [happened('PatientCoverageDecisionRecorded', command, pick(command, 'choice', 'signedNoticeDocumentId'))];
};

/** The patient's decision about coverage. */
export const recordPatientCoverageDecisionUseCase: UseCase<RecordPatientCoverageDecision> = {
  name: 'RecordPatientCoverageDecision',
  command: RecordPatientCoverageDecision,
  summary: 'Records how the patient goes on without coverage, or outside the network.',
  roles: ['coordinator'],
  creates: false,
  generatedIds: [],
  decide: recordPatientCoverageDecision,
};
