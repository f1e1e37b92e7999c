import { openStages } from '../stages';
import { allButError, row, type Transition } from './transition';

/** How a referral is composed and what becomes of what it says. */
export const contentRows: readonly Transition[] = [
  row('T01', ['none'], 'DraftReferral', ['draft'], 'the patient is known or has a placeholder'),
  row('T02', ['draft'], 'SubmitReferral', ['received'], 'all that a referral says is there'),
  row(
    'T34',
    allButError,
    'MarkEnteredInError',
    ['entered_in_error'],
    'nothing was sent, or a privacy officer signs as well',
  ),
  row('T39', allButError, 'CorrectReferralData', 'unchanged', 'none'),
  row('T39', openStages, 'LinkReferral', 'unchanged', 'none'),
  row('T39', openStages, 'RecordIntakeAssessment', 'unchanged', 'none'),
  row('T50', openStages, 'AmendReferral', 'unchanged', 'a reason'),
];
