import { instant } from '@referral/values';
import type { ReferralCommand } from './commands/referral-command';
import { coordinationPolicy } from './coordination-policies';
import type { FollowUpPlanned } from './events/follow-up';
import { happened } from './happened';
import type { RegisteredReferral } from './referral';

const day = 86_400_000;

/** T36: what comes to a closed loop does not reopen it; someone looks at it. */
export const reviewOf = (documentId: string, command: ReferralCommand, referral: RegisteredReferral): FollowUpPlanned =>
  happened('FollowUpPlanned', command, {
    followUpId: `review-${documentId}`,
    what: 'Review what was added to the report of a closed referral',
    dueAt: new Date(instant(command.occurredAt) + coordinationPolicy.lateNoteReviewDays * day).toISOString(),
    ownerId: referral.facets.assignment.coordinatorId,
  });
