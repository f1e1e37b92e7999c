import { type LogPosition, positionKey, readPositionKey } from '@referral/eventsourcing';
import { Inject, Injectable } from '@nestjs/common';
import { type FeedEntry, feedQuery, type IntegrationEvent, integrationEvent } from '@referral/projections';
import { ReadModels, type Stored } from '@referral/read-models';
import { positionToken, readRowToken, rowToken } from '../http/positions';
import { FEED_HEARTBEAT } from '../parts';
import { Leaving } from './leaving';

/** Which public events somebody wants; all of them when neither types nor categories are given. */
export interface FeedQuery {
  readonly tenantId: string;
  readonly types?: readonly string[];
  readonly categories?: readonly string[];
}

/** Some public events in log order. */
export interface FeedPage {
  readonly events: readonly IntegrationEvent[];
  /** Where the next page begins: the position of the last event, or of what was asked for when there is none. */
  readonly next: string;
  /** Position of the newest event that the feed has seen. */
  readonly head: string;
}

/** Events that are read at once for somebody who streams. */
const STREAM_PAGE = 200;

/** The public events, as pages and as an endless stream. */
@Injectable()
export class Feed {
  /** The look at the head that is under way, for everybody who wants to know it at this moment. */
  private looking: Promise<LogPosition> | null = null;

  /** @param heartbeatMs how long nothing may go to somebody who streams before there is a sign of life */
  constructor(
    @Inject(ReadModels) private readonly readModels: ReadModels,
    @Inject(FEED_HEARTBEAT) private readonly heartbeatMs: number,
  ) {}

  /** The events after a place in the feed (a row's key). Beyond the head the page is empty. */
  async page(query: FeedQuery, after: string, limit: number): Promise<FeedPage> {
    // The head is taken first: whatever it covers is then certainly in the answer, or on a later page.
    const head = await this.head();
    const events = await this.events(query, after, limit);
    return { events, next: events.at(-1)?.position ?? rowToken(after), head: positionToken(head) };
  }

  /** The events after a position as they come, `null` for each heartbeat in which none went out, until the reader leaves. */
  async *follow(query: FeedQuery, after: string, signal: AbortSignal): AsyncGenerator<IntegrationEvent | null> {
    const leaving = new Leaving(signal);
    let at = after;
    let sentAt = performance.now();
    while (!signal.aborted) {
      const seen = positionKey(await this.head());
      const events = await this.events(query, at, STREAM_PAGE);
      yield* events;
      const last = events.at(-1);
      if (last) {
        at = readRowToken(last.position, 'position');
        sentAt = performance.now();
        continue;
      }
      // Events that a filter holds back are no sign of life: the silence is counted from what was sent last.
      const silence = performance.now() - sentAt;
      if (silence < this.heartbeatMs) {
        await leaving.orResult(this.readModels.waitBeyond('feed', seen, this.heartbeatMs - silence));
        continue;
      }
      yield null;
      sentAt = performance.now();
    }
  }

  private async events(query: FeedQuery, after: string, limit: number): Promise<readonly IntegrationEvent[]> {
    const { items } = await this.readModels.page<FeedEntry>({
      projection: 'feed',
      part: 'entries',
      tenantId: query.tenantId,
      ...feedQuery({ after, ...query }),
      limit,
    });
    return items.map(published);
  }

  private head(): Promise<LogPosition> {
    this.looking ??= this.look().finally(() => {
      this.looking = null;
    });
    return this.looking;
  }

  private async look(): Promise<LogPosition> {
    const statuses = await this.readModels.status();
    const key = statuses.find(({ projection, live }) => projection === 'feed' && live)?.position;
    return (key === null || key === undefined ? null : readPositionKey(key)) ?? { commit: 0n, prepare: 0n };
  }
}

/** A kept entry as downstream systems get it, with its position as a token. */
const published = (row: Stored<FeedEntry>): IntegrationEvent => ({
  ...integrationEvent(row),
  position: rowToken(row._position),
});
