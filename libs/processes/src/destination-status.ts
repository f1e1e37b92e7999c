import type { Entry } from '@referral/directory';
import { type DestinationStatus, destinationStatuses } from '@referral/referral';

/** Whether a directory entry takes patients, in the words of referrals. */
export const destinationStatusOf = ({ stage, capacity }: Entry): DestinationStatus =>
  stage === 'active' ? (capacity?.status ?? 'open') : stage;

/** Whether a word is one of those. */
export const isDestinationStatus = (word: string | undefined): word is DestinationStatus =>
  destinationStatuses.some((status) => status === word);
