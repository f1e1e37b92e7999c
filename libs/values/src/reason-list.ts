import { DomainError } from '@referral/eventsourcing';
import type { Reason } from './reason';

/** What is known about a reason code. */
export interface KnownReason {
  readonly code: string;
  /** The code alone does not say enough. */
  readonly commentMandatory: boolean;
}

/**
 * I31: the reason, which must be there, with a comment where its list says so. Lists are open: a code that is on none is taken as it is.
 * @throws REASON_REQUIRED, COMMENT_REQUIRED
 */
export const requireListedReason = (list: readonly KnownReason[], reason: Reason | undefined): Reason => {
  if (!reason) throw new DomainError('REASON_REQUIRED', 'Who ends, undoes or escalates something says why.');
  const known = list.find(({ code }) => code === reason.code);
  if (reason.comment === undefined && known?.commentMandatory === true)
    throw new DomainError('COMMENT_REQUIRED', `The reason ${reason.code} needs a comment.`);
  return reason;
};
