import { pick } from '@referral/values';
import { AmendReferral } from '../../commands/amend-referral';
import { CorrectReferralData } from '../../commands/correct-referral-data';
import { DraftReferral } from '../../commands/draft-referral';
import { LinkReferral } from '../../commands/link-referral';
import { MarkEnteredInError } from '../../commands/mark-entered-in-error';
import { RecordIntakeAssessment } from '../../commands/record-intake-assessment';
import { SubmitReferral } from '../../commands/submit-referral';
import * as core from '../facts';
import * as facts from '../facts/content';
import { order } from '../order';

const { data } = core.received;
export const draft = order(DraftReferral, facts.drafted.occurredAt, facts.drafted.data);
export const submit = order(SubmitReferral, facts.submitted.occurredAt, {
  submittedBy: 'referrer-1',
  ...pick(data, 'type', 'claimedUrgency', 'validity', 'coverageIds', 'sensitivity', 'missingItems'),
  clinicalQuestion: 'Palpitations on exertion: is further work-up needed?',
  diagnoses: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'R00.2' }],
});
export const amend = order(AmendReferral, facts.amended.occurredAt, facts.amended.data);
export const correct = order(CorrectReferralData, facts.corrected.occurredAt, {
  ...pick(facts.corrected.data, 'correctionId', 'targetEventId', 'field', 'reason'),
  old: 'es-US',
  new: 'en-US',
});
export const link = order(LinkReferral, facts.linked.occurredAt, facts.linked.data);
export const assess = order(RecordIntakeAssessment, facts.assessed.occurredAt, facts.assessed.data);
export const markInError = order(MarkEnteredInError, facts.enteredInError.occurredAt, facts.enteredInError.data);
