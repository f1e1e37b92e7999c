import type { FollowOptions, LogPosition } from '@referral/eventsourcing';
import type { StoredMessage } from '../event-store';
import { isAfter } from '../position';
import { backOff, pause } from '../within';
import { RevisionGaps } from './revision-gaps';
import type { EventStoreDbSettings } from './settings';
import type { Heard, Subscription } from './subscription';
import { watch, type TakeSurvey } from './watchdog';

/** Longest pause between two subscriptions, ms. */
const longestPause = 5_000;

/** Where the messages come from. */
export interface LogSource {
  readonly subscribe: (after: LogPosition | null) => Subscription;
  readonly survey: TakeSurvey;
}

/**
 * Follows the log over any number of subscriptions. However one ends (dropped, failed, ended, stalled, with a gap) the next starts
 * behind the last message that was passed on.
 */
export async function* follow(
  source: LogSource,
  settings: EventStoreDbSettings,
  { after, signal }: Pick<FollowOptions, 'after' | 'signal'>,
): AsyncGenerator<StoredMessage> {
  const place = new Place(after);
  const isOver = () => signal.aborted;
  for (let failures = 0; !isOver(); failures += 1) {
    const subscription = source.subscribe(place.reached);
    const stop = watch(subscription, settings.watchInterval, () => place.reached, source.survey);
    const abort = () => subscription.fail(new Error('nobody follows any more'));
    signal.addEventListener('abort', abort, { once: true });
    try {
      for await (const heard of subscription) {
        failures = 0;
        const message = place.pass(heard);
        if (message) yield message;
      }
    } catch (error) {
      if (!isOver()) settings.onInterruption(error);
    } finally {
      stop();
      signal.removeEventListener('abort', abort);
    }
    place.interrupted();
    await pause(backOff(settings.retryPause, failures, longestPause), signal);
  }
}

/** How far the follower is, and what of the next message may be passed on. */
class Place {
  private readonly gaps = new RevisionGaps();
  /** A checkpoint is believed when the next message is one further on: servers have told the place of an event that was still to come. */
  private claimed: LogPosition | null = null;

  constructor(public reached: LogPosition | null) {}

  pass(heard: Heard): StoredMessage | null {
    switch (heard.kind) {
      case 'caughtUp':
        return heard;
      case 'verified':
        return this.progress(heard.position);
      case 'checkpoint': {
        const believed = this.claimed;
        this.claimed = heard.position;
        return believed && isAfter(heard.position, believed) ? this.progress(believed) : null;
      }
      case 'event': {
        this.claimed = null;
        const { event } = heard;
        if (!isAfter(event.position, this.reached)) return null;
        if (this.gaps.isBehindGap(event))
          throw new Error(`an event of ${event.streamId} before ${event.revision} is missing`);
        this.reached = event.position;
        return heard;
      }
    }
  }

  interrupted(): void {
    this.claimed = null;
  }

  private progress(position: LogPosition): StoredMessage | null {
    if (!isAfter(position, this.reached)) return null;
    this.reached = position;
    return { kind: 'progress', position };
  }
}
