import type { LogPosition } from '@referral/eventsourcing';
import { isAfter } from '../position';
import type { Subscription } from './subscription';

/** What the log says when it is read backwards from its end. */
export interface Survey {
  /** Position of the last event of all. */
  readonly head: LogPosition | null;
  /** Position of the newest event that concerns the follower and that it was not told. */
  readonly missed: LogPosition | null;
}

/** Looks at the end of the log, back to a position. */
export type TakeSurvey = (back: LogPosition | null) => Promise<Survey>;

/** A subscription that says nothing although there is something to say. */
export class Stalled extends Error {
  constructor() {
    super('the subscription is silent although the log went on');
    this.name = 'Stalled';
  }
}

/**
 * Looks after a silent subscription at intervals. What should have come and has not come by the next look either means that it stalled;
 * when nothing should have come the follower learns how far that is known. Returns what ends the watching.
 */
export const watch = (
  subscription: Subscription,
  interval: number,
  reached: () => LogPosition | null,
  survey: TakeSurvey,
): (() => void) => {
  let looking = false;
  let suspicion = -1;
  const look = async () => {
    const { heard } = subscription;
    const { head, missed } = await survey(reached());
    if (subscription.heard !== heard) return;
    if (missed && suspicion === heard) subscription.fail(new Stalled());
    else if (missed) suspicion = heard;
    else if (head && isAfter(head, reached())) subscription.say({ kind: 'verified', position: head });
  };
  const timer = setInterval(() => {
    if (looking || !subscription.idle) return;
    looking = true;
    look()
      .catch((error: unknown) => subscription.fail(error instanceof Error ? error : new Stalled()))
      .finally(() => (looking = false));
  }, interval);
  return () => clearInterval(timer);
};
