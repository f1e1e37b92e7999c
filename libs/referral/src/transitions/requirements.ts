import { openStages, type Stage } from '../stages';
import { row, type Transition } from './transition';

const inOurHands: readonly Stage[] = openStages.filter((stage) => stage !== 'draft');

/** What becomes of required items. */
export const requirementsRows: readonly Transition[] = [
  row('T39', openStages, 'VerifyRequirementItem', 'unchanged', 'triage does not wait for it alone'),
  row('T39', openStages, 'RejectRequirementItem', 'unchanged', 'a reason'),
  row('T39', openStages, 'WaiveRequirementItem', 'unchanged', 'a reason'),
  row('T39', inOurHands, 'ConfirmComplete', 'unchanged', 'every mandatory item is met'),
  row(
    'T51',
    ['awaiting_information'],
    'VerifyRequirementItem',
    ['received', 'in_triage'],
    'it was the last that triage waited for',
    'last',
  ),
  row(
    'T51',
    ['awaiting_information'],
    'WaiveRequirementItem',
    ['received', 'in_triage'],
    'it was the last that triage waited for',
    'last',
  ),
  row('T52', ['received', 'in_triage'], 'ReturnReferralIncomplete', ['awaiting_information'], 'at least one item'),
];
