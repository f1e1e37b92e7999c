import { row, type Transition } from './transition';

/** Decisions that send a referral away. */
export const redirectionRows: readonly Transition[] = [
  row(
    'T10',
    ['in_triage', 'received', 'accepted', 'declined'],
    'RedirectReferral',
    ['superseded'],
    'the successor is registered',
    'new_referral',
  ),
  row(
    'T11',
    ['in_triage', 'accepted'],
    'RedirectReferral',
    ['received'],
    'the destination differs',
    'same_order_new_destination',
  ),
  row('T12', ['in_triage'], 'ReturnWithAdvice', ['awaiting_information'], 'the referrer is to answer', 'follow_up'),
  row('T12', ['in_triage'], 'ReturnWithAdvice', ['closed'], 'the advice is the end', 'final'),
];
