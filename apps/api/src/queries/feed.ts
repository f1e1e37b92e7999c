import type { LogPosition } from '@referral/eventsourcing';
import { Inject, Injectable } from '@nestjs/common';
import { type FeedEntry, feedQuery, type IntegrationEvent, integrationEvent } from '@referral/projections';
import { positionKey, ReadModels, readPositionKey, type Stored } from '@referral/read-models';
import { positionToken, readRowToken, rowToken } from '../http/positions';
import { FEED_HEARTBEAT } from '../parts';

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
  /** @param heartbeatMs how long a quiet stream waits for the next event before it gives a sign of life */
  constructor(
    @Inject(ReadModels) private readonly readModels: ReadModels,
    @Inject(FEED_HEARTBEAT) private readonly heartbeatMs: number,
  ) {}

  /** The events after a place in the feed (a row's key). Beyond the head the page is empty. */
  async page(query: FeedQuery, after: string, limit: number): Promise<FeedPage> {
    // The head is taken first: whatever it covers is then certainly in the answer, or on a later page.
    const head = await this.head();
    const { items } = await this.readModels.page<FeedEntry>({
      projection: 'feed',
      part: 'entries',
      tenantId: query.tenantId,
      ...feedQuery({ after, ...query }),
      limit,
    });
    const events = items.map(published);
    return { events, next: events.at(-1)?.position ?? rowToken(after), head: positionToken(head) };
  }

  /** The events after a position as they come, `null` for each heartbeat of silence, until the reader leaves. */
  async *follow(query: FeedQuery, after: string, signal: AbortSignal): AsyncGenerator<IntegrationEvent | null> {
    let at = after;
    while (!signal.aborted) {
      const seen = positionKey(await this.head());
      const { events } = await this.page(query, at, STREAM_PAGE);
      yield* events;
      const last = events.at(-1);
      if (last) at = readRowToken(last.position, 'position');
      else if (!(await Promise.race([this.readModels.waitBeyond('feed', seen, this.heartbeatMs), ended(signal)])))
        yield null;
    }
  }

  private async head(): Promise<LogPosition> {
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

/** Resolves when the signal is given. */
const ended = (signal: AbortSignal): Promise<true> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(true);
    else signal.addEventListener('abort', () => resolve(true), { once: true });
  });
